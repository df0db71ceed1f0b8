package dev.spartanlake.halo.wire;

import java.time.Duration;

/// How long an exchange may take.
///
/// @param connect until there is a connection
/// @param answer until the answer begins
/// @param whole until its last byte is there, all before included
public record TimeLimits(Duration connect, Duration answer, Duration whole) {

    /// The default: ten seconds for a connection, twenty until an answer begins, two minutes for
    /// all of it.
    public static final TimeLimits STANDARD =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(2));

    /// @throws IllegalArgumentException if one is not positive
    public TimeLimits {
        if (!connect.isPositive() || !answer.isPositive() || !whole.isPositive()) {
            throw new IllegalArgumentException(
                    "time limits: expected more than zero, found " + connect + ", " + answer + " and " + whole);
        }
    }
}
