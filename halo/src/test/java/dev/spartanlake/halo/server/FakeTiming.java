package dev.spartanlake.halo.server;

import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that only waiting moves on, and waiting that takes no time.
public final class FakeTiming implements Timing {

    private final List<Duration> pauses = new ArrayList<>();
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
            pauses.add(duration);
            now = now.plus(duration);
        }
    }

    /// Lets time pass.
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /// All waits so far that were longer than the pace of requests asks for, which is milliseconds
    /// in tests.
    public synchronized List<Duration> pauses() {
        return pauses.stream()
                .filter(pause -> pause.compareTo(Duration.ofMillis(100)) > 0)
                .toList();
    }

    /// All waits so far.
    public synchronized List<Duration> allPauses() {
        return List.copyOf(pauses);
    }
}
