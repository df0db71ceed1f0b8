package dev.spartanlake.halo.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The clock and the waiting of a client, in one place so that tests need neither.
public interface Timing {

    /// What time it is.
    Instant now();

    /// Waits.
    ///
    /// @param duration how long; nothing happens when it is zero or negative
    /// @throws InterruptedException if the caller is not to wait any longer
    void pause(Duration duration) throws InterruptedException;

    /// Waits until something is done.
    ///
    /// @param atMost how long
    /// @throws TimeoutException if it is not done by then
    /// @throws ExecutionException if it failed
    /// @throws InterruptedException if the caller is not to wait any longer
    default <T> T await(Future<T> work, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        return work.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// The machine's own clock.
    static Timing system() {
        return new Timing() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                if (duration.isPositive()) {
                    Thread.sleep(duration);
                }
            }
        };
    }
}
