package dev.spartanlake.query;

import java.time.Duration;

/// What a query may use.
///
/// @param rows rows of the result; the rest is cut off, and the result says so
/// @param time how long it may run
/// @param memoryBytes memory of the engine, tables included
public record Limits(long rows, Duration time, long memoryBytes) {

    private static final long STANDARD_ROWS = 10_000;
    private static final long STANDARD_MEMORY = 2L << 30;

    /// Refuses limits under which nothing can be asked.
    ///
    /// @throws IllegalArgumentException when a limit is not positive
    public Limits {
        if (rows < 1 || !time.isPositive() || memoryBytes < 1) {
            throw new IllegalArgumentException("limits: expected positive numbers, found " + rows + " rows, " + time
                    + ", " + memoryBytes + " bytes");
        }
    }

    /// The limits that suit most.
    public static Limits standard() {
        return new Limits(STANDARD_ROWS, Duration.ofSeconds(30), STANDARD_MEMORY);
    }

    /// The same with another number of rows.
    public Limits withRows(long number) {
        return new Limits(number, time, memoryBytes);
    }

    /// The same with another time.
    public Limits withTime(Duration duration) {
        return new Limits(rows, duration, memoryBytes);
    }
}
