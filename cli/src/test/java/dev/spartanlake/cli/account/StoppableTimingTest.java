package dev.spartanlake.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoppableTimingTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    private final AtomicBoolean stop = new AtomicBoolean();
    private final Clock clock = new Clock();
    private final StoppableTiming timing = new StoppableTiming(stop::get, clock);

    @Test
    void waitsAsLongAsItIsAskedTo() throws InterruptedException {
        timing.pause(Duration.ofMinutes(5));
        timing.pause(Duration.ofMillis(1));
        timing.pause(Duration.ZERO);

        assertThat(timing.now()).isEqualTo(START.plusMillis(300_001));
    }

    @Test
    void aLongWaitEndsSomeSecondsAfterTheProcessWasToldToEnd() {
        clock.raiseAt = START.plusSeconds(60);

        assertThatThrownBy(() -> timing.pause(Duration.ofMinutes(5)))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("the process was told to end");
        assertThat(timing.now()).isBetween(START.plusSeconds(65), START.plusSeconds(66));
    }

    @Test
    void shortWaitsGoOnForAWhileThen() throws InterruptedException {
        stop.set(true);

        timing.pause(Duration.ofMillis(200));
        timing.pause(Duration.ofMillis(200));

        assertThat(timing.now()).isEqualTo(START.plusMillis(400));
    }

    @Test
    void anAnswerThatTricklesIsGivenUpSomeSecondsAfterTheProcessWasToldToEnd() {
        clock.raiseAt = START.plusSeconds(3);

        assertThatThrownBy(() -> timing.await(new CompletableFuture<>(), Duration.ofSeconds(30)))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("the process was told to end");
        assertThat(timing.now()).isBetween(START.plusSeconds(8), START.plusSeconds(9));
    }

    @Test
    void anAnswerIsAwaitedAsLongAsItMayTake() throws Exception {
        assertThatThrownBy(() -> timing.await(new CompletableFuture<>(), Duration.ofMillis(30_050)))
                .isInstanceOf(TimeoutException.class);
        assertThat(timing.now()).isEqualTo(START.plusMillis(30_050));
        assertThat(timing.await(CompletableFuture.completedFuture("there"), Duration.ofSeconds(1)))
                .isEqualTo("there");
        assertThatThrownBy(() -> timing.await(
                        CompletableFuture.failedFuture(new IllegalStateException("broken")), Duration.ofSeconds(1)))
                .hasRootCauseMessage("broken");
    }

    /// A clock that moves on when somebody waits.
    private final class Clock implements Timing {

        private Instant now = START;
        private Instant raiseAt = Instant.MAX;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public <T> T await(Future<T> work, Duration atMost) throws ExecutionException, TimeoutException {
            if (!work.isDone()) {
                pause(atMost);
                throw new TimeoutException();
            }
            try {
                return work.get();
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void pause(Duration duration) {
            now = now.plus(duration);
            if (now.isAfter(raiseAt)) {
                stop.set(true);
            }
        }
    }
}
