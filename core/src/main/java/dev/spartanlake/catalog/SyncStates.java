package dev.spartanlake.catalog;

import dev.spartanlake.match.Xuid;
import java.time.Instant;

/// How far each tracked player's history has been brought in.
public final class SyncStates {

    private final Database database;

    SyncStates(Database database) {
        this.database = database;
    }

    /// Records that a player's matches were brought in.
    public void put(Xuid xuid, State state) {
        database.update(
                """
                INSERT INTO sync_meta (xuid, last_sync_at, last_match_id, total_matches, sync_status)
                VALUES (?, ?, ?, ?, 'ingested')
                ON CONFLICT (xuid) DO UPDATE SET last_sync_at = excluded.last_sync_at,
                    last_match_id = excluded.last_match_id, total_matches = excluded.total_matches,
                    sync_status = excluded.sync_status, error_message = NULL
                """, xuid.text(), SqlTime.format(state.lastSyncAt()), state.lastMatchId(), state.totalMatches());
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
