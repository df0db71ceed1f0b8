package dev.spartanlake.halo.wire;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The gate before one service: lets requests through one after the other at the service's pace,
/// none while it asked to be left alone, and none for a while after it failed too often in a row.
final class Service {

    /// The breaker is opened again by the client's own clock, see [#admit].
    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(10_000);

    private final Pace pace;
    private final Timing timing;
    private final RateLimiter<Object> limiter;
    private final CircuitBreaker<Object> breaker;
    private Instant pausedUntil = Instant.MIN;
    private Instant trippedUntil = Instant.MIN;

    Service(Pace pace, Timing timing) {
        this.pace = pace;
        this.timing = timing;
        this.limiter = RateLimiter.smoothBuilder(pace.requestsPerSecond(), Duration.ofSeconds(1))
                .build();
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(pace.failuresToTrip())
                .withDelay(NEVER_BY_ITSELF)
                .onOpen(_ -> trip())
                .build();
    }

    /// Waits until a request may go out. Whoever gets through has to say how it went, see
    /// [#answered], [#failed] and [#abandoned].
    ///
    /// @return why it may not go out at all; empty when it may
    Optional<Outcome> admit() throws InterruptedException {
        do {
            Duration paused = paused();
            while (paused.isPositive()) {
                if (paused.compareTo(pace.longestPause()) > 0) {
                    return Optional.of(new Outcome.Paused(paused));
                }
                timing.pause(paused);
                paused = paused();
            }
            // Only now: those who waited with their turns taken would all go out together at the end of the pause.
            timing.pause(limiter.reservePermit());
            // Whoever else waited meanwhile may have been told to leave the service alone.
        } while (paused().isPositive());
        return passBreaker() ? Optional.empty() : Optional.of(new Outcome.Tripped(remaining(trippedUntil())));
    }

    private synchronized boolean passBreaker() {
        if (breaker.isOpen() && !remaining(trippedUntil).isPositive()) {
            breaker.halfOpen();
        }
        return breaker.tryAcquirePermit();
    }

    /// The service answered, and be it to complain.
    void answered() {
        breaker.recordSuccess();
    }

    /// The service did not answer, or with a failure of its own.
    void failed() {
        breaker.recordFailure();
    }

    /// Nobody knows how the service would have answered, because whoever asked did not wait.
    synchronized void abandoned() {
        if (breaker.isHalfOpen()) {
            // The breaker takes no permit back, and would let nobody through any more once it misses all of
            // them; half opened anew, it has them all.
            Instant until = trippedUntil;
            breaker.open();
            trippedUntil = until;
        }
    }

    /// The service wants to be left alone, by everybody.
    synchronized void pauseFor(Duration duration) {
        Instant until = timing.now().plus(duration);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    /// How long the service still wants to be left alone; zero when it does not.
    Duration paused() {
        return remaining(pausedUntil());
    }

    /// Whether the service wants to be left alone for no longer than is waited.
    boolean isWorthWaiting() {
        return paused().compareTo(pace.longestPause()) <= 0;
    }

    private synchronized void trip() {
        trippedUntil = timing.now().plus(pace.tripped());
    }

    private synchronized Instant pausedUntil() {
        return pausedUntil;
    }

    private synchronized Instant trippedUntil() {
        return trippedUntil;
    }

    private Duration remaining(Instant until) {
        Instant now = timing.now();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
