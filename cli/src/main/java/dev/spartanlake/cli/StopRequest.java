package dev.spartanlake.cli;

import dev.spartanlake.commit.StopSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks work to stop when the process is told to end (Ctrl-C, SIGTERM), and keeps the process until it has: a
/// commit is then finished or abandoned, and the user told which. Work that never looks at the signal is not
/// waited for.
final class StopRequest implements StopSignal {

    /// After this the process ends all the same; the next writer finishes what is left to do.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean raised;
    private volatile boolean observed;

    private StopRequest() {}

    /// The request that the end of this process makes.
    static StopRequest atTheEndOfTheProcess() {
        StopRequest request = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(request::raise, "stop"));
        return request;
    }

    @Override
    public boolean isRaised() {
        observed = true;
        return raised;
    }

    /// Says that the work is done, and everything about it told.
    void settle() {
        settled.countDown();
    }

    private void raise() {
        raised = true;
        if (observed) {
            try {
                settled.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
