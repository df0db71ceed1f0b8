package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs one statement within its limits.
///
/// The engine checks for cancellation between the pieces of its work. Where a single piece takes for ever, the
/// caller is freed
/// all the same: the statement runs on a thread of its own, which is left behind.
final class GuardedExecution {

    /// How long a cancelled statement may take to notice.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Connection connection;
    private final Limits limits;
    private final AtomicReference<@Nullable PreparedStatement> running = new AtomicReference<>();

    GuardedExecution(Connection connection, Limits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    QueryResult run(String sql, List<@Nullable Object> parameters) {
        CompletableFuture<QueryResult> answer = new CompletableFuture<>();
        Thread.ofPlatform().name("query").daemon().start(() -> {
            try {
                answer.complete(execute(sql, parameters));
            } catch (SQLException | RuntimeException failed) {
                answer.completeExceptionally(failed);
            } catch (OutOfMemoryError tooLarge) {
                answer.completeExceptionally(
                        new SQLException("Out of Memory Error: the result does not fit", tooLarge));
            }
        });
        try {
            return answer.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw afterCancelling(answer);
        } catch (ExecutionException failed) {
            throw described(failed.getCause());
        } catch (InterruptedException interrupted) {
            cancel();
            Thread.currentThread().interrupt();
            throw new WarehouseException(
                    ErrorCode.QUERY_LIMIT, Location.nowhere(), "the query was interrupted", interrupted);
        }
    }

    private RuntimeException afterCancelling(CompletableFuture<QueryResult> answer) {
        cancel();
        Unstoppable late = new Unstoppable("the query took longer than "
                + limits.time().toMillis() + " ms and was stopped; give it more time with --timeout");
        try {
            answer.get(GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException stopped) {
            return new WarehouseException(ErrorCode.QUERY_LIMIT, Location.nowhere(), late.sentence());
        } catch (TimeoutException unstoppable) {
            return late;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return late;
        }
        return new WarehouseException(ErrorCode.QUERY_LIMIT, Location.nowhere(), late.sentence());
    }

    private void cancel() {
        PreparedStatement statement = running.get();
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException alreadyOver) {
                // Then there is nothing to stop.
                running.set(null);
            }
        }
    }

    private QueryResult execute(String sql, List<@Nullable Object> parameters) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            running.set(statement);
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                statement.setObject(i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                ResultReader reader = new ResultReader(rows, limits.rows());
                List<ResultColumn> columns = reader.columns();
                List<List<@Nullable Object>> values = reader.rows();
                return new QueryResult(
                        columns, values, reader.isTruncated(), Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }

    private WarehouseException described(@Nullable Throwable cause) {
        if (!(cause instanceof SQLException failed)) {
            return new WarehouseException(
                    ErrorCode.ENGINE, Location.nowhere(), "the query engine failed: " + cause, cause);
        }
        String message = EngineMessage.of(failed);
        if (message.startsWith("Out of Memory")) {
            return new WarehouseException(
                    ErrorCode.QUERY_LIMIT,
                    Location.nowhere(),
                    "the query needs more than " + (limits.memoryBytes() >> 20) + " MiB of memory: " + message,
                    failed);
        }
        if (message.startsWith("Permission Error")) {
            return new WarehouseException(ErrorCode.QUERY_REFUSED, Location.nowhere(), message, failed);
        }
        return new WarehouseException(ErrorCode.QUERY_INVALID, Location.nowhere(), message, failed);
    }

    /// A statement that does not stop when told to.
    static final class Unstoppable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        Unstoppable(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
