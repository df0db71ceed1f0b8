package dev.spartanlake.catalog;

import dev.spartanlake.match.Xuid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far each tracked player's history has been brought in.
public final class SyncStates {

    private final Database database;

    SyncStates(Database database) {
        this.database = database;
    }

    /// Records that a player's matches were brought in. How the latest sync ended stays.
    public void put(Xuid xuid, State state) {
        database.update(
                """
                INSERT INTO sync_meta (xuid, last_sync_at, last_match_id, total_matches, sync_status)
                VALUES (?, ?, ?, ?, 'ingested')
                ON CONFLICT (xuid) DO UPDATE SET last_sync_at = excluded.last_sync_at,
                    last_match_id = excluded.last_match_id, total_matches = excluded.total_matches,
                    sync_status = excluded.sync_status
                """, xuid.text(), SqlTime.format(state.lastSyncAt()), state.lastMatchId(), state.totalMatches());
    }

    /// Records how a sync of a player ended.
    public void conclude(Conclusion conclusion) {
        database.update(
                """
                INSERT INTO sync_meta
                    (xuid, reported_matches, unobtainable_matches, synced_at, sync_status, error_message)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (xuid) DO UPDATE SET
                    reported_matches = coalesce(excluded.reported_matches, reported_matches),
                    unobtainable_matches = excluded.unobtainable_matches, synced_at = excluded.synced_at,
                    sync_status = excluded.sync_status, error_message = excluded.error_message
                """,
                conclusion.xuid().text(),
                conclusion.reported(),
                conclusion.unobtainable(),
                SqlTime.format(conclusion.syncedAt()),
                conclusion.error() == null ? "synced" : "interrupted",
                conclusion.error());
    }

    /// How far the histories of all players have been brought in, by player.
    public List<Progress> all() {
        return database.query(
                """
                SELECT xuid, last_sync_at, last_match_id, total_matches, reported_matches, unobtainable_matches,
                    synced_at, error_message, sync_status = 'ingested'
                FROM sync_meta ORDER BY length(xuid), xuid
                """,
                row -> new Progress(
                        Xuid.parse(row.getString(1)),
                        SqlTime.parseNullable(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getObject(5) == null ? null : Long.valueOf(row.getLong(5)),
                        row.getObject(6) == null ? null : Long.valueOf(row.getLong(6)),
                        SqlTime.parseNullable(row.getString(7)),
                        row.getString(8),
                        row.getBoolean(9)));
    }

    /// How a sync of a player ended.
    ///
    /// @param syncedAt when
    /// @param reported how many matches the API says there are; null because it did not say
    /// @param unobtainable how many of them it does not give, as far as is known; negative where more
    ///     are stored than it counts; null because the history was not looked at well enough to say
    /// @param error why it ended early, in one line; null because it did not
    public record Conclusion(
            Xuid xuid,
            Instant syncedAt,
            @Nullable Long reported,
            @Nullable Long unobtainable,
            @Nullable String error) {}

    /// How far a player's history has been brought in.
    ///
    /// @param lastSyncAt when matches last arrived; null before the first
    /// @param lastMatchId the latest match of the career; null without any
    /// @param totalMatches the matches stored
    /// @param reportedMatches the matches the API said there are; null because it was never asked
    /// @param unobtainableMatches how many of them it does not give, as far as is known; negative
    ///     where more are stored than it counts; null because the history was not looked at well
    ///     enough to say
    /// @param syncedAt when a sync last ended; null before the first
    /// @param error why that one ended early; null because it did not
    /// @param hasGrownSince whether the career was changed after that, or there was none
    public record Progress(
            Xuid xuid,
            @Nullable Instant lastSyncAt,
            @Nullable String lastMatchId,
            long totalMatches,
            @Nullable Long reportedMatches,
            @Nullable Long unobtainableMatches,
            @Nullable Instant syncedAt,
            @Nullable String error,
            boolean hasGrownSince) {

        /// How many matches are still to come, as far as is known; null because it is not known how many
        /// there are.
        public @Nullable Long missing() {
            return reportedMatches == null ? null : Long.valueOf(missing(reportedMatches));
        }

        /// How many matches are still to come if there are so many; never negative.
        public long missing(long reported) {
            long unobtainable = unobtainableMatches == null ? 0 : unobtainableMatches;
            return Math.max(0, reported - totalMatches - unobtainable);
        }
    }

    /// Records that there are no matches of a player. How the latest sync ended stays.
    public void clear(Xuid xuid) {
        database.update("DELETE FROM sync_meta WHERE xuid = ? AND synced_at IS NULL", xuid.text());
        database.update("""
                UPDATE sync_meta SET last_sync_at = NULL, last_match_id = NULL, total_matches = 0, sync_status = 'ingested'
                WHERE xuid = ? AND (last_match_id IS NOT NULL OR total_matches <> 0)
                """, xuid.text());
    }

    /// Forgets how far a player's history had been brought in.
    public void remove(Xuid xuid) {
        database.update("DELETE FROM sync_meta WHERE xuid = ?", xuid.text());
    }

    /// How far one player's history has been brought in.
    ///
    /// @param lastSyncAt when matches last arrived
    /// @param lastMatchId the latest match of the career
    /// @param totalMatches the matches stored, all commits together
    public record State(Instant lastSyncAt, String lastMatchId, long totalMatches) {}
}
