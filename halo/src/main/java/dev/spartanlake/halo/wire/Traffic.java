package dev.spartanlake.halo.wire;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests by service.
public final class Traffic implements RequestLog {

    private final Map<Origin, Counters> counters = new EnumMap<>(Origin.class);

    /// Begins at zero.
    public Traffic() {
        for (Origin origin : Origin.values()) {
            counters.put(origin, new Counters());
        }
    }

    /// What went to one service so far.
    ///
    /// @param requests sent, repeated ones included
    /// @param repeated how many of them were sent again
    /// @param throttled how often the answer was 429
    /// @param fromCache answers taken from the disk
    public record Count(long requests, long repeated, long throttled, long fromCache) {

        private static final Count ZERO = new Count(0, 0, 0, 0);

        private Count plus(Count other) {
            return new Count(
                    requests + other.requests,
                    repeated + other.repeated,
                    throttled + other.throttled,
                    fromCache + other.fromCache);
        }
    }

    private record Counters(LongAdder requests, LongAdder repeated, LongAdder throttled, LongAdder fromCache) {
        private Counters() {
            this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
        }

        private Count count() {
            return new Count(requests.sum(), repeated.sum(), throttled.sum(), fromCache.sum());
        }
    }

    /// What went to one service.
    public Count of(Origin origin) {
        return at(origin).count();
    }

    /// What went to all services.
    public Count total() {
        return counters.values().stream().map(Counters::count).reduce(Count.ZERO, Count::plus);
    }

    @Override
    public void sent(Origin origin) {
        at(origin).requests.increment();
    }

    @Override
    public void repeated(Origin origin) {
        at(origin).repeated.increment();
    }

    @Override
    public void throttled(Origin origin) {
        at(origin).throttled.increment();
    }

    @Override
    public void servedFromCache(Origin origin) {
        at(origin).fromCache.increment();
    }

    private Counters at(Origin origin) {
        Counters found = counters.get(origin);
        if (found == null) {
            throw new IllegalStateException("every service has counters, " + origin + " has none");
        }
        return found;
    }
}
