package dev.spartanlake.halo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.halo.server.FakeTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final int THREADS = 16;
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Pace PACE = Pace.STANDARD.withRequestsPerSecond(1);

    /// Turns are given out by the machine's own clock, so that every second the test takes may let one more through at
    /// the same moment.
    @Test
    void thoseWhoWaitedOutAPauseGoOneAfterTheOther() throws Exception {
        SharedClock clock = new SharedClock(THREADS);
        Service service = new Service(PACE, clock);
        Instant end = clock.now().plus(PAUSE);
        service.pauseFor(PAUSE);

        List<Instant> admitted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Instant>> asking = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                asking.add(threads.submit(() -> {
                    Optional<Outcome> refusal = service.admit();
                    Instant moment = clock.leave();
                    assertThat(refusal).isEmpty();
                    return moment;
                }));
            }
            for (Future<Instant> each : asking) {
                admitted.add(each.get());
            }
        }

        assertThat(admitted).allMatch(moment -> !moment.isBefore(end));
        Map<Instant, Long> together = admitted.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        assertThat(together.values()).allMatch(count -> count <= THREADS / 2);
    }

    @Test
    void aPauseThatBeginsWhileSomebodyWaitsForATurnIsWaitedOut() throws InterruptedException {
        FakeTiming clock = new FakeTiming();
        Complaint complaint = new Complaint(clock);
        Service service = new Service(PACE, complaint);
        assertThat(service.admit()).isEmpty();
        complaint.service = service;

        Instant end = clock.now().plus(PAUSE);
        assertThat(service.admit()).isEmpty();

        assertThat(complaint.service).isNull();
        assertThat(clock.now()).isAfterOrEqualTo(end);
    }

    @Test
    void whoDoesNotWaitForTheAnswerKeepsNobodyFromAskingAgain() throws InterruptedException {
        FakeTiming clock = new FakeTiming();
        Pace pace = new Pace(1000, 0, Duration.ofSeconds(1), PAUSE, PAUSE, 2, Duration.ofMinutes(1));
        Service service = new Service(pace, clock);
        for (int i = 0; i < 2; i++) {
            assertThat(service.admit()).isEmpty();
            service.failed();
        }
        assertThat(service.admit()).containsInstanceOf(Outcome.Tripped.class);
        clock.advance(Duration.ofMinutes(1));

        for (int i = 0; i < 5; i++) {
            assertThat(service.admit()).isEmpty();
            service.abandoned();
        }

        assertThat(service.admit()).isEmpty();
        service.failed();
        assertThat(service.admit()).isEmpty();
        service.failed();
        assertThat(service.admit()).containsInstanceOf(Outcome.Tripped.class);
    }

    /// Somebody else is told to leave the service alone as soon as the next one waits.
    private static final class Complaint implements Timing {

        private final FakeTiming clock;
        private @Nullable Service service;

        Complaint(FakeTiming clock) {
            this.clock = clock;
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Service complaining = service;
            if (complaining != null && duration.isPositive()) {
                service = null;
                complaining.pauseFor(PAUSE);
            }
            clock.pause(duration);
        }
    }

    /// A clock of several threads, which goes on to the next moment that somebody waits for once all of them wait.
    private static final class SharedClock implements Timing {

        private final PriorityQueue<Instant> awaited = new PriorityQueue<>();
        private Instant now = Instant.parse("2026-11-27T12:00:00Z");
        private int running;

        SharedClock(int threads) {
            this.running = threads;
        }

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public synchronized void pause(Duration duration) throws InterruptedException {
            if (!duration.isPositive()) {
                return;
            }
            Instant until = now.plus(duration);
            awaited.add(until);
            running--;
            goOn();
            while (until.isAfter(now)) {
                wait();
            }
        }

        /// The calling thread waits no more.
        ///
        /// @return what time it is
        synchronized Instant leave() {
            Instant left = now;
            running--;
            goOn();
            return left;
        }

        private void goOn() {
            Instant next = awaited.peek();
            if (running > 0 || next == null) {
                return;
            }
            now = next;
            while (next != null && !next.isAfter(now)) {
                awaited.remove();
                running++;
                next = awaited.peek();
            }
            notifyAll();
        }
    }
}
