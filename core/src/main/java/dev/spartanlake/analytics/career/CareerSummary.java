package dev.spartanlake.analytics.career;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.List;

/// What a career comes to: one row, also for a filter that leaves no match.
public record CareerSummary() implements Question<CareerSummary.Summary> {

    /// The one row.
    ///
    /// @param tally what is counted
    /// @param sessions play sessions with a match of the filter
    /// @param daysPlayed days of the viewpoint's time zone on which a match began
    /// @param measures what is measured
    public record Summary(Tally tally, long sessions, long daysPlayed, MeasureValues measures) {}

    @Override
    public List<Query> queries(Scope scope) {
        return List.of(scope.queryOfPlayer("SELECT count(DISTINCT session_id) AS sessions,\n"
                + "count(DISTINCT CAST(" + scope.viewpoint().local("start_time") + " AS DATE)) AS days_played,\n"
                + Figures.ofGroup() + "\nFROM scope"));
    }

    @Override
    public Summary answer(List<QueryResult> results, Scope scope) {
        return RecordShape.of(Summary.class).read(results.getFirst()).getFirst();
    }
}
