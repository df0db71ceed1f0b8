package dev.spartanlake.analytics.career;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import org.jspecify.annotations.Nullable;

/// A career cut into groups of matches: maps, playlists and so on with the most played first (of equals by name),
/// hours, days and so on in their order. Groups of fewer matches than the filter's least number are left out.
///
/// @param by what makes the groups
public record Breakdown(Dimension by) implements ListQuestion<Breakdown.Group> {

    /// One group.
    ///
    /// @param label what its matches have in common; null where they have no such thing
    /// @param tally what is counted
    /// @param measures what is measured
    public record Group(@Nullable String label, Tally tally, MeasureValues measures) {}

    @Override
    public RecordShape<Group> shape() {
        return RecordShape.of(Group.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer(
                "SELECT " + by.label(scope.viewpoint()) + " AS label,\n" + Figures.ofGroup()
                        + "\nFROM scope GROUP BY label HAVING count(*) >= ? ORDER BY " + by.order() + " NULLS LAST",
                (long) scope.filter().leastMatches());
    }
}
