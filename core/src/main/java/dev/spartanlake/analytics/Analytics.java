package dev.spartanlake.analytics;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.List;
import java.util.function.Function;

/// Asks questions of a warehouse.
///
/// Questions are values: [dev.spartanlake.analytics.career.CareerSummary] and its neighbours, or one's own. A question
/// sees one commit, whole.
public final class Analytics {

    private final Viewpoint viewpoint;
    private final Function<List<Query>, List<QueryResult>> warehouse;

    /// @param viewpoint from where matches are looked at
    /// @param warehouse answers statements, all from one commit
    public Analytics(Viewpoint viewpoint, Function<List<Query>, List<QueryResult>> warehouse) {
        this.viewpoint = viewpoint;
        this.warehouse = warehouse;
    }

    /// The answer to a question about the matches that a filter leaves.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when the warehouse cannot be read
    public <A> A ask(Question<A> question, Filter filter) {
        Scope scope = Scope.of(filter, viewpoint);
        return question.answer(warehouse.apply(question.queries(scope)), scope);
    }
}
