package dev.spartanlake.analytics.film;

import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.query.Query;
import org.jspecify.annotations.Nullable;

/// When in a match the player kills, dies and earns medals: minute by minute of the film, over those of the filter's
/// matches whose film is known. Every minute to the end of the longest has a row.
///
/// @param match one of the filter's matches; null for all of them
public record Timeline(@Nullable MatchId match) implements ListQuestion<Timeline.Minute> {

    /// A minute of a match.
    ///
    /// @param minute the minute of the film, from 0; films begin some time before the first move
    /// @param matches matches in whose film something happens in this minute or later: those that were going on
    /// @param kills the player's kills
    /// @param deaths the player's deaths
    /// @param medals the player's medals
    /// @param killsPerMatch for each of these matches
    /// @param deathsPerMatch for each of these matches
    /// @param medalsPerMatch for each of these matches
    public record Minute(
            long minute,
            long matches,
            long kills,
            long deaths,
            long medals,
            double killsPerMatch,
            double deathsPerMatch,
            double medalsPerMatch) {}

    @Override
    public RecordShape<Minute> shape() {
        return RecordShape.of(Minute.class);
    }

    @Override
    public Query query(Scope scope) {
        String chosen = match == null ? "" : match.value();
        Query query = scope.queryOfPlayer("""
                , f AS MATERIALIZED (SELECT match_id FROM scope WHERE ? IN ('', match_id))
                , e AS (SELECT max(time_ms) // 60000 AS minute FROM highlight_events
                    WHERE match_id IN (SELECT match_id FROM f) GROUP BY match_id)
                , p AS (SELECT time_ms // 60000 AS minute, count_if(event = 'kill') AS kills,
                        count_if(event = 'death') AS deaths, count_if(event = 'medal') AS medals
                    FROM highlight_events WHERE xuid = ? AND match_id IN (SELECT match_id FROM f) GROUP BY minute)
                , r AS (SELECT unnest(range((SELECT max(minute) + 1 FROM e))) AS minute)
                , n AS (SELECT r.minute, count(*) AS matches FROM r JOIN e ON e.minute >= r.minute GROUP BY r.minute)
                SELECT n.minute, n.matches, CAST(coalesce(kills, 0) AS BIGINT) AS kills,
                    CAST(coalesce(deaths, 0) AS BIGINT) AS deaths, CAST(coalesce(medals, 0) AS BIGINT) AS medals,
                    coalesce(kills, 0) / n.matches AS kills_per_match, coalesce(deaths, 0) / n.matches AS deaths_per_match,
                    coalesce(medals, 0) / n.matches AS medals_per_match
                FROM n LEFT JOIN p USING (minute) ORDER BY n.minute""", chosen, scope.filter().player().text());
        return match == null ? query : query.ofMatch(match);
    }
}
