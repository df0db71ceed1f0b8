package dev.spartanlake.analytics.medal;

import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import org.jspecify.annotations.Nullable;

/// Medals by their difficulty, the easiest first, then difficulties that the game added since by name, and
/// those of unknown difficulty last.
public record MedalDifficulties() implements ListQuestion<MedalDifficulties.Difficulty> {

    /// One difficulty.
    ///
    /// @param difficulty its name, as in [dev.spartanlake.reference.MedalDefinition]; null for medals whose
    ///     difficulty is not known
    /// @param kinds how many kinds of it were earned
    /// @param kindsKnown how many kinds of it the reference data have, earned or not; null for medals whose
    ///     difficulty is not known, of which nobody can say how many kinds there are
    /// @param count how many medals
    /// @param perMatch how many per match of the filter
    public record Difficulty(
            @Nullable String difficulty,
            long kinds,
            @Nullable Long kindsKnown,
            long count,
            double perMatch) {}

    @Override
    public RecordShape<Difficulty> shape() {
        return RecordShape.of(Difficulty.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer("""
                SELECT d.difficulty, count(DISTINCT a.medal_name_id) AS kinds,
                    nullif((SELECT count(*) FROM meta.medal_definitions AS k WHERE k.difficulty = d.difficulty), 0)
                        AS kinds_known,
                    CAST(sum(a.count) AS BIGINT) AS count, sum(a.count) / (SELECT count(*) FROM scope) AS per_match
                FROM medal_awards AS a JOIN (SELECT match_id, xuid FROM scope) USING (match_id, xuid)
                LEFT JOIN meta.medal_definitions AS d ON d.name_id = a.medal_name_id
                GROUP BY d.difficulty
                ORDER BY %s NULLS LAST,
                    d.difficulty NULLS LAST""".formatted(DifficultyLadder.place("d.difficulty")));
    }
}
