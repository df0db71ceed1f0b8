package dev.spartanlake.sync;

import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.time.Instant;

/// A clock that only waiting moves on, and waiting that takes no time.
final class QuickTiming implements Timing {

    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while waiting");
        }
        if (duration.isPositive()) {
            now = now.plus(duration);
        }
    }
}
