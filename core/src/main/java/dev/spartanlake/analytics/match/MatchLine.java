package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.MeasureValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One match of a player.
///
/// @param matchId the match
/// @param startTime when it began
/// @param mapName the map's name, or its id where that has none; null when the document had no map
/// @param modeName the mode's name, or the id of its variant; null when the document had neither
/// @param playlistName the playlist's name, or its id where that has none; null outside matchmaking
/// @param categoryName the category of the mode; null when not known
/// @param isRanked whether the playlist counts for a competitive rank, or one is known before or after the match
/// @param isPve whether it was against the environment
/// @param outcome 1 tie, 2 win, 3 loss, 4 did not finish, other codes as served; null when unknown
/// @param rank the place in the match; null when unknown
/// @param kills kills
/// @param deaths deaths
/// @param assists assists
/// @param myTeamScore the score of the player's team; null without teams, or where the player's is not known
/// @param enemyTeamScore the score of the best other team; null without teams, or where none is known
/// @param timePlayedSeconds how long the player took part; null when unknown
/// @param sessionId the play session
/// @param csrBefore the competitive rank before; null when unranked or unknown
/// @param csrAfter the competitive rank after; null when unranked or unknown
/// @param measures what is measured about this match
public record MatchLine(
        String matchId,
        Instant startTime,
        @Nullable String mapName,
        @Nullable String modeName,
        @Nullable String playlistName,
        @Nullable String categoryName,
        boolean isRanked,
        boolean isPve,
        @Nullable Integer outcome,
        @Nullable Integer rank,
        long kills,
        long deaths,
        long assists,
        @Nullable Long myTeamScore,
        @Nullable Long enemyTeamScore,
        @Nullable Double timePlayedSeconds,
        String sessionId,
        @Nullable Integer csrBefore,
        @Nullable Integer csrAfter,
        MeasureValues measures) {

    /// The columns, for the list of what is selected from `scope`.
    static String columns() {
        return """
                match_id, start_time, map_name, mode_name, playlist_name, category_name, is_ranked, is_pve, outcome, rank,
                kills, deaths, assists, my_team_score, enemy_team_score,
                CAST(TRY_CAST(time_played_seconds AS DECIMAL(18, 3)) AS DOUBLE) AS time_played_seconds,
                session_id, csr_before, csr_after,
                """ + Figures.ofMatch();
    }
}
