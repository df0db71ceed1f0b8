package dev.spartanlake.catalog;

import dev.spartanlake.match.Xuid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the API said of players at several moments, where it has no history of its own. What it says once more is not
/// written once more.
public final class Snapshots {

    private final Database database;

    Snapshots(Database database) {
        this.database = database;
    }

    /// Keeps a service record.
    public void put(ServiceRecord snapshot) {
        database.update(
                """
                INSERT OR IGNORE INTO service_records
                    (xuid, obtained_at, matches_completed, wins, losses, ties, time_played_seconds, document)
                SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
                WHERE ?8 IS NOT (SELECT document FROM service_records WHERE xuid = ?1 ORDER BY obtained_at DESC LIMIT 1)
                """,
                snapshot.xuid().text(),
                SqlTime.format(snapshot.obtainedAt()),
                snapshot.matchesCompleted(),
                snapshot.wins(),
                snapshot.losses(),
                snapshot.ties(),
                snapshot.timePlayedSeconds(),
                snapshot.document());
    }

    /// Keeps a competitive rank.
    public void put(PlaylistCsr snapshot) {
        database.update(
                """
                INSERT OR IGNORE INTO playlist_csrs
                    (xuid, playlist_id, obtained_at, csr, tier, sub_tier, season_max, all_time_max, document)
                SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
                WHERE ?9 IS NOT (SELECT document FROM playlist_csrs WHERE xuid = ?1 AND playlist_id = ?2
                    ORDER BY obtained_at DESC LIMIT 1)
                """,
                snapshot.xuid().text(),
                snapshot.playlistId(),
                SqlTime.format(snapshot.obtainedAt()),
                snapshot.csr(),
                snapshot.tier(),
                snapshot.subTier(),
                snapshot.seasonMax(),
                snapshot.allTimeMax(),
                snapshot.document());
    }

    /// Keeps a career rank, which the player's entry shows from then on if it is the latest.
    public void put(CareerRank snapshot) {
        String moment = SqlTime.format(snapshot.obtainedAt());
        database.update(
                """
                INSERT OR IGNORE INTO career_ranks (xuid, obtained_at, rank, partial_progress, document)
                SELECT ?1, ?2, ?3, ?4, ?5
                WHERE ?5 IS NOT (SELECT document FROM career_ranks WHERE xuid = ?1 ORDER BY obtained_at DESC LIMIT 1)
                """, snapshot.xuid().text(), moment, snapshot.rank(), snapshot.partialProgress(), snapshot.document());
        database.update("""
                INSERT INTO players (xuid, career_rank) VALUES (?1, ?2)
                ON CONFLICT (xuid) DO UPDATE SET career_rank = excluded.career_rank
                WHERE NOT EXISTS (SELECT 1 FROM career_ranks WHERE xuid = ?1 AND obtained_at > ?3)
                """, snapshot.xuid().text(), snapshot.rank(), moment);
    }

    /// Forgets a player.
    ///
    /// @return whether anything was known
    boolean forget(Xuid xuid) {
        int records = database.update("DELETE FROM service_records WHERE xuid = ?", xuid.text());
        int csrs = database.update("DELETE FROM playlist_csrs WHERE xuid = ?", xuid.text());
        int ranks = database.update("DELETE FROM career_ranks WHERE xuid = ?", xuid.text());
        return records + csrs + ranks > 0;
    }

    /// A player's service record; null where the API does not say.
    ///
    /// @param obtainedAt when it was asked for
    /// @param document the JSON text
    public record ServiceRecord(
            Xuid xuid,
            Instant obtainedAt,
            @Nullable Long matchesCompleted,
            @Nullable Long wins,
            @Nullable Long losses,
            @Nullable Long ties,
            @Nullable Double timePlayedSeconds,
            String document) {}

    /// A player's competitive rank in a playlist.
    ///
    /// @param obtainedAt when it was asked for
    /// @param csr the rank; null in placement
    /// @param tier such as `Gold`; null without a rank
    /// @param subTier from 0; null without a rank
    /// @param seasonMax the highest of the season; null in placement
    /// @param allTimeMax the highest ever; null before the first placement
    /// @param document the JSON text
    public record PlaylistCsr(
            Xuid xuid,
            String playlistId,
            Instant obtainedAt,
            @Nullable Integer csr,
            @Nullable String tier,
            @Nullable Integer subTier,
            @Nullable Integer seasonMax,
            @Nullable Integer allTimeMax,
            String document) {}

    /// A player's career rank.
    ///
    /// @param obtainedAt when it was asked for
    /// @param rank how many ranks are completed, 0 to 272; null where the API does not say
    /// @param partialProgress points towards the next rank; null likewise
    /// @param document the JSON text
    public record CareerRank(
            Xuid xuid,
            Instant obtainedAt,
            @Nullable Integer rank,
            @Nullable Integer partialProgress,
            String document) {}
}
