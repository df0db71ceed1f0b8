package dev.spartanlake.testsupport.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many requests a service takes within any second. A request above that is not one of those
/// that count.
///
/// **Threads**: safe.
final class RateLimits {

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private final Map<Service, Integer> limits = new EnumMap<>(Service.class);
    private final Map<Service, Deque<Long>> taken = new EnumMap<>(Service.class);

    RateLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void limit(Service service, int requestsPerSecond) {
        limits.put(service, requestsPerSecond);
    }

    /// Whether a request of this moment is within the limit.
    synchronized boolean admits(Service service) {
        Integer limit = limits.get(service);
        if (limit == null) {
            return true;
        }
        long now = nanos.getAsLong();
        Deque<Long> last = taken.computeIfAbsent(service, _ -> new ArrayDeque<>());
        while (!last.isEmpty() && now - last.getFirst() >= SECOND_NANOS) {
            last.removeFirst();
        }
        if (last.size() >= limit) {
            return false;
        }
        last.addLast(now);
        return true;
    }
}
