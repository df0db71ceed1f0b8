package dev.spartanlake.halo.wire;

import java.time.Duration;

/// How much a client asks of one service, and how long it puts up with failures. There is no
/// published quota: five requests each second at each service is what other clients get along with.
///
/// @param requestsPerSecond how many requests a service gets each second, evenly spread
/// @param retries how often a request is tried again after a failure that may pass
/// @param firstBackoff how long to wait before the first of these; each further wait is twice as
///     long, and each varies by a quarter
/// @param longestBackoff no wait after a failure is longer
/// @param longestPause a service that wants to be left alone for longer than this is not waited for
/// @param failuresToTrip after so many failures one after the other, a service is not asked for a
///     while
/// @param tripped for how long that is
public record Pace(
        int requestsPerSecond,
        int retries,
        Duration firstBackoff,
        Duration longestBackoff,
        Duration longestPause,
        int failuresToTrip,
        Duration tripped) {

    /// The default.
    public static final Pace STANDARD = new Pace(
            5, 4, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), 15, Duration.ofMinutes(1));

    /// @throws IllegalArgumentException if a number is not positive, retries are negative, or waits
    ///     are out of order
    public Pace {
        if (requestsPerSecond < 1 || retries < 0 || failuresToTrip < 1) {
            throw new IllegalArgumentException("pace: expected at least 1 request each second, 0 retries and 1 failure,"
                    + " found " + requestsPerSecond + ", " + retries + " and " + failuresToTrip);
        }
        if (!firstBackoff.isPositive() || longestBackoff.compareTo(firstBackoff) <= 0) {
            throw new IllegalArgumentException(
                    "pace: expected a longest wait above the first, found " + longestBackoff + " and " + firstBackoff);
        }
    }

    /// The same with another number of requests each second.
    public Pace withRequestsPerSecond(int requests) {
        return new Pace(requests, retries, firstBackoff, longestBackoff, longestPause, failuresToTrip, tripped);
    }
}
