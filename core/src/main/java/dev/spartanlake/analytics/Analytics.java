package dev.spartanlake.analytics;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.parallel.JointTasks;
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
    private final Source source;

    /// @param viewpoint from where matches are looked at
    /// @param source answers the statements of the questions
    public Analytics(Viewpoint viewpoint, Source source) {
        this.viewpoint = viewpoint;
        this.source = source;
    }

    /// A warehouse to ask, of which each commit takes the place of the one before.
    public interface Source {

        /// What comes of statements that see the same commit: of another one where that takes its place
        /// meanwhile, all over again.
        <T> T onOneCommit(Function<Statements, T> work);
    }

    /// Answers statements about one commit.
    public interface Statements {

        /// The answer to a statement. May be asked for by several threads at once.
        ///
        /// @throws dev.spartanlake.error.WarehouseException when it cannot be answered; `STOPPED` soon after
        ///     the thread is interrupted
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
        return source.onOneCommit(statements -> work.apply(new Answers(viewpoint, statements)));
    }

    /// What one commit answers. It serves as long as the work it is given to.
    public static final class Answers {

        private final Viewpoint viewpoint;
        private final Statements statements;

        private Answers(Viewpoint viewpoint, Statements statements) {
            this.viewpoint = viewpoint;
            this.statements = statements;
        }

        /// The answer to a question about the matches that a filter leaves.
        ///
        /// @throws dev.spartanlake.error.WarehouseException when the warehouse cannot be read
        public <A> A ask(Question<A> question, Filter filter) {
            Scope scope = Scope.of(filter, viewpoint);
            List<Query> queries = question.queries(scope);
            List<QueryResult> results =
                    queries.size() == 1 ? List.of(statements.answer(queries.getFirst())) : together(queries);
            return question.answer(results, scope);
        }

        /// DuckDB plans a statement anew each time, which takes most of the time of a long one, on one thread. So
        /// several are answered at once.
        private List<QueryResult> together(List<Query> queries) {
            // With one thread an error would wait for the statement before it.
            int most = Math.max(2, Runtime.getRuntime().availableProcessors());
            int threads = Math.clamp(queries.size(), 1, most);
            try (JointTasks<QueryResult> tasks = new JointTasks<>(threads, "spartanlake-question")) {
                queries.forEach(query -> tasks.submit(() -> statements.answer(query)));
                return tasks.results();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw QueryErrors.cancelled();
            }
        }
    }
}
