package dev.spartanlake.query;

import dev.spartanlake.query.result.ResultProjection;
import dev.spartanlake.query.statement.StatementText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Begins runs of statements, each in a transaction of its own: of those asked for the first time once, of others
/// prepared.
///
/// **Threads**: safe.
final class AnswerRuns implements AutoCloseable {

    /// The part of the heap that one result may take.
    private static final int HEAP_SHARE = 4;

    /// Names something that is where relations are, with which a transaction begins to see the tables as they are.
    static final String ANCHOR = "SELECT repeat('', 0)";

    private final PreparedAnswers prepared = new PreparedAnswers();
    private final Fence fence;
    private final KnownStatements known;
    private final Limits limits;

    /// @param known what is known about statements from earlier runs
    AnswerRuns(Fence fence, KnownStatements known, Limits limits) {
        this.fence = fence;
        this.known = known;
        this.limits = limits;
    }

    /// What is left to do in a transaction that has begun.
    @FunctionalInterface
    interface Begun<T> {
        T finish() throws SQLException;
    }

    /// Hands over the rows of a run.
    @FunctionalInterface
    interface Delivery {

        /// Hands them over.
        ///
        /// @param mostBytes most memory for the rows that come at once
        void through(StatementRun run, long mostBytes) throws SQLException;
    }

    /// Begins a run that hands rows over.
    Begun<Boolean> begin(BoundedRun<?> bounds, Delivery delivery) throws SQLException {
        StatementRun begun = StatementRun.begin(fence.connection(), ANCHOR, bounds, known);
        return () -> {
            try (begun) {
                delivery.through(begun, mostResultBytes());
                return true;
            }
        };
    }

    /// Begins a run that answers.
    ///
    /// @param rows most rows wanted
    Begun<Answer> begin(
            StatementText statement, List<? extends @Nullable Object> parameters, long rows, BoundedRun<Answer> bounds)
            throws SQLException {
        PreparedAnswers.Key key = new PreparedAnswers.Key(StatementShape.of(statement.source(), parameters), rows);
        Optional<PreparedAnswer> again = prepared.take(key);
        if (again.isEmpty() && statement.form() == StatementText.Form.QUERY) {
            again = prepare(key, bounds);
        }
        return again.isPresent()
                ? begin(again.get(), key, statement, parameters, bounds)
                : beginOnce(statement, parameters, rows, bounds);
    }

    /// Prepares a statement that was asked before; empty where that does not help.
    private Optional<PreparedAnswer> prepare(PreparedAnswers.Key key, BoundedRun<?> bounds) throws SQLException {
        Optional<ResultProjection> columns = known.projection(key.shape()).filter(found -> !found.isUnknown());
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(PreparedAnswer.prepare(
                        fence.connection(), columns.get(), key.shape().source(), key.rows(), bounds));
    }

    private Begun<Answer> begin(
            PreparedAnswer again,
            PreparedAnswers.Key key,
            StatementText statement,
            List<? extends @Nullable Object> parameters,
            BoundedRun<Answer> bounds)
            throws SQLException {
        orClose(again, () -> {
            again.begin(ANCHOR);
            return true;
        });
        return () -> {
            Optional<Answer> answer = orClose(again, () -> again.answer(parameters, mostResultBytes(), bounds));
            if (answer.isPresent()) {
                prepared.giveBack(key, again);
                return answer.get();
            }
            // Run once more in the other way, it fails with its reason.
            again.close();
            return beginOnce(statement, parameters, key.rows(), bounds).finish();
        };
    }

    /// One that failed is not asked again.
    private static <T> T orClose(PreparedAnswer again, Begun<T> step) throws SQLException {
        try {
            return step.finish();
        } catch (SQLException | RuntimeException | Error failed) {
            closeAfter(failed, again);
            throw failed;
        }
    }

    private static void closeAfter(Throwable failed, PreparedAnswer again) {
        try {
            again.close();
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private Begun<Answer> beginOnce(
            StatementText statement, List<? extends @Nullable Object> parameters, long rows, BoundedRun<Answer> bounds)
            throws SQLException {
        StatementRun begun = StatementRun.begin(fence.connection(), ANCHOR, bounds, known);
        return () -> {
            try (begun) {
                return begun.answer(statement, parameters, rows, mostResultBytes());
            }
        };
    }

    private long mostResultBytes() {
        return Math.min(limits.memoryBytes(), Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /// Closes what is prepared.
    @Override
    public void close() throws SQLException {
        prepared.close();
    }
}
