package dev.spartanlake.analytics.medal;

import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The medals earned in the filter's matches, each kind once. Kinds earned in fewer matches than the filter's least
/// number are left out.
///
/// @param order which come first
/// @param limit how many at most
public record MedalTotals(Order order, int limit) implements ListQuestion<MedalTotals.Medal> {

    /// @throws IllegalArgumentException when there is nothing to list
    public MedalTotals {
        Argument.atLeast(1, "limit", limit);
    }

    /// Which kinds come first; of equals the one with the smaller id.
    public enum Order {
        /// The most earned.
        MOST("count DESC"),
        /// The least earned.
        RAREST("count"),
        /// The latest to be earned for the first time.
        NEWEST("first_earned DESC"),
        /// The most difficult, then the most earned.
        DIFFICULTY("difficulty_rank DESC, count DESC");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /// One kind of medal.
    ///
    /// @param medalNameId the kind
    /// @param name its name; null when not known
    /// @param difficulty as in [dev.spartanlake.reference.MedalDefinition]; null when not known
    /// @param type as in [dev.spartanlake.reference.MedalDefinition]; null when not known
    /// @param count how many were earned
    /// @param matches in how many matches
    /// @param perMatch how many per match of the filter, those without one included
    /// @param firstEarned when the first match began in which one was earned
    /// @param firstMatchId that match
    /// @param lastEarned when the last such match began
    public record Medal(
            long medalNameId,
            @Nullable String name,
            @Nullable String difficulty,
            @Nullable String type,
            long count,
            long matches,
            double perMatch,
            Instant firstEarned,
            String firstMatchId,
            Instant lastEarned) {}

    @Override
    public RecordShape<Medal> shape() {
        return RecordShape.of(Medal.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer(
                """
                , t AS (SELECT medal_name_id, CAST(sum(count) AS BIGINT) AS count, count(*) AS matches,
                    min(a.start_time) AS first_earned, min_by(match_id, (a.start_time, match_id)) AS first_match_id,
                    max(a.start_time) AS last_earned
                FROM medal_awards AS a JOIN (SELECT match_id, xuid FROM scope) USING (match_id, xuid)
                GROUP BY medal_name_id HAVING count(*) >= ?)
                SELECT t.*, count / (SELECT count(*) FROM scope) AS per_match, %s AS name, d.difficulty, d.type,
                    coalesce(%s, 0) AS difficulty_rank
                FROM t LEFT JOIN meta.medal_definitions AS d ON d.name_id = t.medal_name_id
                ORDER BY %s, medal_name_id LIMIT ?""".formatted(scope.viewpoint().name("d"), DifficultyLadder.place("d.difficulty"), order.sql),
                (long) scope.filter().leastMatches(),
                (long) limit);
    }
}
