package dev.spartanlake.query;

import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.statement.QueryErrors;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One statement on a thread of its own, watched from the caller's.
///
/// Past a limit, or when its caller no longer wants the answer, the statement is cancelled again and again for a
/// short grace, which ends whatever comes back to DuckDB's scheduler. What does not is left behind on its daemon
/// thread, and its caller is answered.
///
/// @param <T> what the work results in
final class BoundedRun<T> {

    /// Deep syntax trees recurse in native code on this stack.
    private static final long STACK_BYTES = 64L << 20;

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofMillis(400);

    private final Limits limits;
    private final AtomicInteger abandoned;
    private final BooleanSupplier unwanted;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Statement current;
    private volatile boolean stopping;
    private volatile @Nullable T result;
    private volatile @Nullable Throwable failure;

    /// The work to do; it says which DuckDB statement it is in through [BoundedRun#enter].
    interface Work<T> {
        T run(BoundedRun<T> bounds) throws SQLException;
    }

    /// @param abandoned counts the threads left behind, of this and other runs
    /// @param unwanted whether nobody waits for the answer any more; looked at several times a second
    BoundedRun(Limits limits, AtomicInteger abandoned, BooleanSupplier unwanted) {
        this.limits = limits;
        this.abandoned = abandoned;
        this.unwanted = unwanted;
    }

    /// Notes what to cancel, and stops work that is already over its limit.
    ///
    /// @throws WarehouseException when a limit has been passed
    <S extends Statement> S enter(S statement) {
        current = statement;
        check();
        return statement;
    }

    /// @throws WarehouseException when a limit has been passed
    void check() {
        if (stopping) {
            throw QueryErrors.limit(QueryLimit.time(limits));
        }
    }

    /// Does the work within the limits.
    ///
    /// @throws WarehouseException when it fails, passes a limit or is no longer wanted
    T await(Work<T> work) {
        if (unwanted.getAsBoolean()) {
            throw QueryErrors.cancelled();
        }
        Thread worker = new Thread(null, () -> run(work), "spartanlake-query", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        WarehouseException stopped = watch();
        if (stopped != null) {
            throw stopped;
        }
        return outcome();
    }

    private void run(Work<T> work) {
        try {
            result = work.run(this);
        } catch (SQLException | RuntimeException | Error caught) {
            failure = caught;
        } finally {
            done.countDown();
        }
    }

    /// @return why the work was stopped; `null` because it ended by itself
    private @Nullable WarehouseException watch() {
        long deadline = System.nanoTime() + limits.time().toNanos();
        ProcessMemory memory = new ProcessMemory();
        boolean interrupted = false;
        WarehouseException reason = null;
        while (reason == null) {
            long left = deadline - System.nanoTime();
            try {
                if (done.await(Math.clamp(left, 1, POLL.toNanos()), TimeUnit.NANOSECONDS)) {
                    return null;
                }
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
            if (interrupted || unwanted.getAsBoolean()) {
                reason = QueryErrors.cancelled();
            } else if (left <= 0) {
                reason = QueryErrors.limit(QueryLimit.time(limits));
            } else if (memory.growth() > 2 * limits.memoryBytes()) {
                reason = QueryErrors.limit(QueryLimit.memory(limits));
            }
        }
        stop();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return reason;
    }

    private void stop() {
        stopping = true;
        long end = System.nanoTime() + GRACE.toNanos();
        while (System.nanoTime() < end) {
            cancel();
            try {
                if (done.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        leaveBehind();
    }

    private void leaveBehind() {
        abandoned.incrementAndGet();
        Thread.ofVirtual().name("spartanlake-query-reaper").start(() -> {
            boolean ended = false;
            while (!ended) {
                cancel();
                try {
                    ended = done.await(1, TimeUnit.SECONDS);
                } catch (InterruptedException neverSent) {
                    Thread.currentThread().interrupt();
                    ended = true;
                }
            }
            abandoned.decrementAndGet();
        });
    }

    private void cancel() {
        Statement running = current;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException closedMeanwhile) {
                // The work has moved on to its next statement, which is cancelled next time, or ended.
                return;
            }
        }
    }

    private T outcome() {
        Throwable thrown = failure;
        return switch (thrown) {
            case null -> java.util.Objects.requireNonNull(result, "work without result");
            case SQLException refused -> throw DuckDbErrors.translate(refused, limits);
            case WarehouseException known -> throw known;
            case OutOfMemoryError heap -> throw QueryErrors.limit(QueryLimit.memory(limits));
            case RuntimeException misuse -> throw misuse;
            case Error broken -> throw broken;
            default -> throw new IllegalStateException(thrown);
        };
    }
}
