package dev.spartanlake.analytics.people;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Argument;
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

    private static final String TERMS = String.join(
            ", ",
            Measure.WIN_RATE.numerator() + " AS won",
            Measure.WIN_RATE.denominator() + " AS ended",
            Measure.KDA.numerator() + " AS kda_over",
            Measure.KDA.denominator() + " AS kda_under");

    private static final String RATIOS = String.join(
            ",\n",
            Measure.WIN_RATE.ofSums("won_together", "ended_together") + " AS win_rate_together",
            Measure.WIN_RATE.ofSums("(a.won - won_together)", "(a.ended - ended_together)") + " AS win_rate_without",
            Measure.KDA.ofSums("over_together", "under_together") + " AS kda_together",
            Measure.WIN_RATE.ofSums("won_against", "ended_against") + " AS win_rate_against",
            Measure.KDA.ofSums("over_against", "under_against") + " AS kda_against");

    /// @throws IllegalArgumentException when there is nothing to list
    public Companions {
        Argument.atLeast(1, "limit", limit);
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
        return scope.queryOfPlayer(
                """
                , f AS (SELECT match_id, start_time, team_id, my_team_score, %s
                    FROM scope)
                , a AS (SELECT coalesce(sum(won), 0) AS won, coalesce(sum(ended), 0) AS ended FROM f)
                , m AS (SELECT p.xuid, f.*, coalesce(%s, false) AS same, coalesce(%s, false) AS other
                    FROM f JOIN match_participants AS p USING (match_id)
                    WHERE p.xuid IS NOT NULL AND p.xuid <> ?)
                , t AS (SELECT m.xuid, count(*) FILTER (same) AS together, count(*) FILTER (other) AS against,
                        coalesce(sum(won) FILTER (same), 0) AS won_together,
                        coalesce(sum(ended) FILTER (same), 0) AS ended_together,
                        sum(won) FILTER (other) AS won_against, sum(ended) FILTER (other) AS ended_against,
                        sum(kda_over) FILTER (same) AS over_together, sum(kda_under) FILTER (same) AS under_together,
                        sum(kda_over) FILTER (other) AS over_against, sum(kda_under) FILTER (other) AS under_against,
                        min(start_time) AS first_met, max(start_time) AS last_met
                    FROM m WHERE same OR other GROUP BY m.xuid)
                SELECT t.xuid, n.gamertag, together, against, first_met, last_met,
                    %s
                FROM t CROSS JOIN a LEFT JOIN meta.players AS n ON n.xuid = t.xuid
                WHERE %s >= ? ORDER BY %s, CAST(t.xuid AS BIGINT) LIMIT ?""".formatted(
                                TERMS,
                                Companionship.SAME_TEAM.formatted("f"),
                                Companionship.OTHER_TEAM.formatted("f"),
                                RATIOS,
                                order.counted,
                                order.sql),
                scope.filter().player().text(),
                (long) scope.filter().leastMatches(),
                (long) limit);
    }
}
