package dev.spartanlake.analytics.people;

import dev.spartanlake.analytics.question.Companionship;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Team-mates and opponents of the filter's matches. Bots are not people. People of fewer matches than the filter's
/// least number, in the order's sense, are left out.
///
/// @param order which come first, and which matches count against the least number
/// @param limit how many at most
public record Companions(Order order, int limit) implements ListQuestion<Companions.Companion> {

    /// @throws IllegalArgumentException when there is nothing to list
    public Companions {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: expected at least 1, found " + limit);
        }
    }

    /// Who comes first; of equals the one with the smaller identifier.
    public enum Order {
        /// Those with the most matches in the same team.
        TOGETHER("together", "together DESC"),
        /// The best duo: those with whom the player wins most, of equals with the most matches.
        BEST_TOGETHER("together", "win_rate_together DESC NULLS LAST, together DESC"),
        /// Those with the most matches against.
        AGAINST("against", "against DESC"),
        /// Those against whom the player wins least, of equals with the most matches.
        HARDEST("against", "win_rate_against NULLS LAST, against DESC");

        private final String counted;
        private final String sql;

        Order(String counted, String sql) {
            this.counted = counted;
            this.sql = sql;
        }
    }

    /// One other player.
    ///
    /// @param xuid who
    /// @param gamertag the name; null when not known
    /// @param together matches in the same team
    /// @param winRateTogether percent of wins among those of them that ended; null without
    /// @param winRateWithout the same over the filter's other matches
    /// @param kdaTogether the player's KDA in the matches in the same team; null without
    /// @param against matches in different teams, or without teams
    /// @param winRateAgainst percent of wins among those of them that ended; null without
    /// @param kdaAgainst the player's KDA in these; null without
    /// @param firstMet when the first match with or against began
    /// @param lastMet when the last began
    public record Companion(
            String xuid,
            @Nullable String gamertag,
            long together,
            @Nullable Double winRateTogether,
            @Nullable Double winRateWithout,
            @Nullable Double kdaTogether,
            long against,
            @Nullable Double winRateAgainst,
            @Nullable Double kdaAgainst,
            Instant firstMet,
            Instant lastMet) {}

    @Override
    public RecordShape<Companion> shape() {
        return RecordShape.of(Companion.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfNamedColumns(
                """
                , f AS (SELECT match_id, start_time, team_id, my_team_score, CAST(outcome = 2 AS INTEGER) AS won,
                        coalesce(CAST(outcome IN (1, 2, 3) AS INTEGER), 0) AS ended, 3 * kills + assists - 3 * deaths AS kda
                    FROM scope)
                , a AS (SELECT sum(won * ended) AS won, sum(ended) AS ended FROM f)
                , m AS (SELECT p.xuid, f.*, coalesce(%s, false) AS same, coalesce(%s, false) AS other
                    FROM f JOIN match_participants AS p USING (match_id)
                    WHERE p.xuid IS NOT NULL AND p.xuid <> ?)
                , t AS (SELECT m.xuid, count(*) FILTER (same) AS together, count(*) FILTER (other) AS against,
                        sum(won * ended) FILTER (same) AS won_together, coalesce(sum(ended) FILTER (same), 0) AS ended_together,
                        sum(won * ended) FILTER (other) AS won_against, sum(ended) FILTER (other) AS ended_against,
                        sum(kda) FILTER (same) AS kda_together, sum(kda) FILTER (other) AS kda_against,
                        min(start_time) AS first_met, max(start_time) AS last_met
                    FROM m WHERE same OR other GROUP BY m.xuid)
                SELECT t.xuid, n.gamertag, together, against, first_met, last_met,
                    CAST(100 * won_together AS DOUBLE) / nullif(ended_together, 0) AS win_rate_together,
                    CAST(100 * (a.won - coalesce(won_together, 0)) AS DOUBLE) / nullif(a.ended - ended_together, 0)
                        AS win_rate_without,
                    CAST(kda_together AS DOUBLE) / nullif(3 * together, 0) AS kda_together,
                    CAST(100 * won_against AS DOUBLE) / nullif(ended_against, 0) AS win_rate_against,
                    CAST(kda_against AS DOUBLE) / nullif(3 * against, 0) AS kda_against
                FROM t CROSS JOIN a LEFT JOIN meta.players AS n ON n.xuid = t.xuid
                WHERE %s >= ? ORDER BY %s, CAST(t.xuid AS BIGINT) LIMIT ?""".formatted(
                                Companionship.SAME_TEAM.formatted("f"),
                                Companionship.OTHER_TEAM.formatted("f"),
                                order.counted,
                                order.sql),
                scope.filter().player().text(),
                (long) scope.filter().leastMatches(),
                (long) limit);
    }
}
