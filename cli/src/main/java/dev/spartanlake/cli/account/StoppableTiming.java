package dev.spartanlake.cli.account;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The machine's clock, and waits that end early when the process is told to end: not the short ones for an answer or
/// between two requests, so that what was begun comes to its end, but those of minutes that a service may ask for, and
/// those for an answer that trickles.
final class StoppableTiming implements Timing {

    /// What was begun has so long to end by itself.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final StopSignal stop;
    private final Timing timing;
    private volatile @Nullable Instant raised;

    StoppableTiming(StopSignal stop) {
        this(stop, Timing.system());
    }

    StoppableTiming(StopSignal stop, Timing timing) {
        this.stop = stop;
        this.timing = timing;
    }

    @Override
    public Instant now() {
        return timing.now();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Duration left = duration;
        while (left.isPositive()) {
            Duration some = left.compareTo(GLANCE) < 0 ? left : GLANCE;
            timing.pause(some);
            left = left.minus(some);
            endIfOver();
        }
    }

    @Override
    public <T> T await(Future<T> work, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        // Counted rather than looked up: the machine's clock may be set meanwhile.
        Duration left = atMost;
        while (true) {
            Duration some = left.compareTo(GLANCE) < 0 ? left : GLANCE;
            try {
                return timing.await(work, some);
            } catch (TimeoutException late) {
                endIfOver();
                left = left.minus(some);
                if (!left.isPositive()) {
                    throw late;
                }
            }
        }
    }

    private void endIfOver() throws InterruptedException {
        if (isOver()) {
            throw new InterruptedException("the process was told to end");
        }
    }

    private boolean isOver() {
        if (!stop.isRaised()) {
            return false;
        }
        Instant first = raised;
        if (first == null) {
            raised = timing.now();
            return false;
        }
        return timing.now().isAfter(first.plus(GRACE));
    }
}
