package dev.spartanlake.analytics;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.parallel.OrderedTasks;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.statement.QueryErrors;
import java.util.List;
import java.util.function.Function;

/// Asks questions of a warehouse.
///
/// Questions are values: [dev.spartanlake.analytics.career.CareerSummary] and its neighbours, or one's own. A
/// question sees one commit, whole; several do that are asked [together][#onOneCommit].
public final class Analytics {

    private final Viewpoint viewpoint;
    private final Commits warehouse;

    /// @param viewpoint from where matches are looked at
    public Analytics(Viewpoint viewpoint, Commits warehouse) {
        this.viewpoint = viewpoint;
        this.warehouse = warehouse;
    }

    /// A warehouse, of which each commit takes the place of the one before.
    public interface Commits {

        /// What comes of one commit: of another one where that takes its place meanwhile, all over again.
        <T> T onOne(Function<Commit, T> work);
    }

    /// What a warehouse is between two changes.
    public interface Commit {

        /// The answer to a statement. May be asked for by several threads at once.
        QueryResult answer(Query query);
    }

    /// The answer to a question about the matches that a filter leaves.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when the warehouse cannot be read
    public <A> A ask(Question<A> question, Filter filter) {
        return onOneCommit(answers -> answers.ask(question, filter));
    }

    /// What comes of several questions that see the same commit, whatever is written meanwhile.
    ///
    /// @param work asks them, of what it is given alone. It is done again where the warehouse changes meanwhile, so
    ///     it should do nothing that may not be done twice
    /// @throws dev.spartanlake.error.WarehouseException when the warehouse cannot be read
    public <T> T onOneCommit(Function<Answers, T> work) {
        return warehouse.onOne(commit -> work.apply(new Answers(viewpoint, commit)));
    }

    /// What one commit answers. It serves as long as the work it is given to.
    public static final class Answers {

        private final Viewpoint viewpoint;
        private final Commit commit;

        private Answers(Viewpoint viewpoint, Commit commit) {
            this.viewpoint = viewpoint;
            this.commit = commit;
        }

        /// The answer to a question about the matches that a filter leaves.
        ///
        /// @throws dev.spartanlake.error.WarehouseException when the warehouse cannot be read
        public <A> A ask(Question<A> question, Filter filter) {
            Scope scope = Scope.of(filter, viewpoint);
            List<Query> queries = question.queries(scope);
            List<QueryResult> results =
                    queries.size() == 1 ? List.of(commit.answer(queries.getFirst())) : together(queries);
            return question.answer(results, scope);
        }

        /// DuckDB plans a statement anew each time, which takes most of the time of a long one, on one thread. So
        /// several are answered at once.
        private List<QueryResult> together(List<Query> queries) {
            int threads = Math.min(queries.size(), Runtime.getRuntime().availableProcessors());
            try (OrderedTasks<QueryResult> tasks = new OrderedTasks<>(threads, "spartanlake-question")) {
                queries.forEach(query -> tasks.submit(() -> commit.answer(query)));
                return queries.stream().map(_ -> tasks.take()).toList();
            } catch (IllegalStateException stopped) {
                throw Thread.currentThread().isInterrupted() ? QueryErrors.cancelled() : stopped;
            }
        }
    }
}
