package dev.spartanlake.query;

import java.time.Duration;

/// What statements may cost: each for itself in rows and time, and all that run side by side in memory.
///
/// How each limit holds:
///
/// - **rows**: no more are read, and the result says that there were more.
/// - **time**: a cancellation stops everything that comes back to DuckDB's scheduler:
///   scans, joins, sorts, aggregates, recursion. A single call of a function does not come back until it is
///   done (`repeat('x', 2000000000)` takes 45 seconds, `levenshtein` on long texts for ever). The caller is
///   answered in time all the same; the thread that serves the call is left behind, keeps a processor busy and
///   ends at its first chance, or with the process. An engine with two such threads refuses further statements
///   until one ends.
/// - **memory**: DuckDB counts tables, sorts, hash tables and aggregates, and stops at `memoryBytes`; nothing
///   is spilt to disk. Statements side by side share it, so one may fail for want of what another holds, and
///   succeed when asked alone. What functions build for one batch of rows is *not* counted. Where the operating system
///   says how much the process holds (Linux, Windows), growth beyond twice `memoryBytes` ends the statement
///   like the time limit does; the sizes given to `repeat`, `lpad`, `rpad`, `list_resize`, `array_resize` and
///   `bitstring` may be at most 99,999 besides. A single call may still allocate gigabytes before it is left
///   behind, so a service that runs statements of strangers needs a process with a limit of its own around this
///   one.
/// - **the Java heap**: values are measured inside DuckDB before they are copied. A value of more than 16 MiB
///   and a result of more than `memoryBytes` or a quarter of the heap are refused.
///
/// @param rows most rows of a result, at least 1
/// @param time most time from the call to its answer
/// @param memoryBytes most memory for DuckDB, in bytes, at least 64 MiB; resident relations count
/// @param residentBytes most memory for resident relations, in bytes, less than `memoryBytes`; what does not
/// fit is streamed from its files by each statement, which is slower and otherwise the same
public record Limits(long rows, Duration time, long memoryBytes, long residentBytes) {

    /// As many rows as any limit may allow.
    public static final long MOST_ROWS = Integer.MAX_VALUE - 16L;

    private static final long LEAST_MEMORY = 64L << 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Limits STANDARD = new Limits(10_000, Duration.ofSeconds(30), 2L << 30, 1L << 30);

    /// @throws IllegalArgumentException when a limit is outside the range given above
    public Limits {
        require(rows >= 1 && rows <= MOST_ROWS, "rows", "from 1 to " + MOST_ROWS, rows);
        require(
                time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(LONGEST) <= 0,
                "time",
                "from one millisecond to a year",
                time);
        require(memoryBytes >= LEAST_MEMORY, "memory", "at least " + LEAST_MEMORY + " bytes", memoryBytes);
        require(
                residentBytes >= 0 && residentBytes < memoryBytes,
                "resident memory",
                "from 0 bytes to less than the memory limit of " + memoryBytes,
                residentBytes);
    }

    /// The limits that suit most: 10,000 rows, 30 seconds, 2 GiB, half of that for resident relations.
    public static Limits standard() {
        return STANDARD;
    }

    /// The same with another number of rows.
    public Limits withRows(long number) {
        return new Limits(number, time, memoryBytes, residentBytes);
    }

    /// The same with another time.
    public Limits withTime(Duration duration) {
        return new Limits(rows, duration, memoryBytes, residentBytes);
    }

    /// Whether statements within these limits and within others may share one memory.
    public boolean hasMemoryOf(Limits other) {
        return memoryBytes == other.memoryBytes && residentBytes == other.residentBytes;
    }

    private static void require(boolean holds, String limit, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The limit on " + limit + " is out of range: expected " + expected + ", found " + found);
        }
    }
}
