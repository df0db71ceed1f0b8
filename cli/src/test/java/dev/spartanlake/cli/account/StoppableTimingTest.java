package dev.spartanlake.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.time.Instant;
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

    /// A clock that moves on when somebody waits.
    private final class Clock implements Timing {

        private Instant now = START;
        private Instant raiseAt = Instant.MAX;

        @Override
        public Instant now() {
            return now;
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
