package dev.spartanlake.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that only waiting moves on, and waiting that takes no time. Its methods are those of the client's `Timing`,
/// of which this module knows nothing: a class that extends this one and implements that one is a clock for a client.
public class SkippingClock {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    /// What time it is.
    public final synchronized Instant now() {
        return now;
    }

    /// Waits: it is later afterwards.
    ///
    /// @throws InterruptedException if the thread was told to wait no longer
    public final synchronized void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while waiting");
        }
        if (duration.isPositive()) {
            pauses.add(duration);
            now = now.plus(duration);
        }
    }

    /// Lets time pass.
    public final synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /// All waits so far.
    public final synchronized List<Duration> allPauses() {
        return List.copyOf(pauses);
    }

    /// All waits so far that were longer than the pace of requests asks for, which is milliseconds in tests.
    public final List<Duration> pauses() {
        return allPauses().stream()
                .filter(pause -> pause.compareTo(Duration.ofMillis(100)) > 0)
                .toList();
    }
}
