package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;

/// Matches by how the teams were rated: groups of the difference between the player's team and the other, from the
/// most outmatched to the most favoured. Matches whose ratings are not known are left out; without skill data that is
/// all of them.
///
/// @param width how wide a group is, in MMR
public record MmrBalance(int width) implements ListQuestion<MmrBalance.Balance> {

    private static final String ADVANTAGE = "(" + Measure.MMR_ADVANTAGE.numerator() + ")";

    /// @throws IllegalArgumentException when the width is below 1
    public MmrBalance {
        Argument.atLeast(1, "width", width);
    }

    /// One group.
    ///
    /// @param advantageFrom the least difference that belongs to it, negative where the other team was rated higher
    /// @param advantageTo the least difference that does not
    /// @param tally what is counted
    /// @param measures what is measured
    public record Balance(long advantageFrom, long advantageTo, Tally tally, MeasureValues measures) {}

    @Override
    public RecordShape<Balance> shape() {
        return RecordShape.of(Balance.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer(
                "SELECT CAST(floor(CAST(" + ADVANTAGE + " AS DOUBLE) / " + width + ") AS BIGINT) * " + width
                        + " AS advantage_from, advantage_from + " + width + " AS advantage_to,\n" + Figures.ofGroup()
                        + "\nFROM scope WHERE " + ADVANTAGE + " IS NOT NULL"
                        + " GROUP BY advantage_from HAVING count(*) >= ? ORDER BY advantage_from",
                (long) scope.filter().leastMatches());
    }
}
