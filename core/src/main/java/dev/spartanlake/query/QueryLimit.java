package dev.spartanlake.query;

import java.util.Locale;

/// The sentence for each limit: which one it was, and how to raise it.
final class QueryLimit {

    /// Far more than any text of the warehouse, far less than the heap.
    static final long MOST_VALUE_BYTES = 16L << 20;

    private static final long MEBIBYTE = 1L << 20;

    private QueryLimit() {}

    static String time(Limits limits) {
        return "The query did not finish within its time limit of " + seconds(limits)
                + " s; ask for less, or raise the limit with --timeout";
    }

    static String memory(Limits limits) {
        return "The query needs more than its memory limit of " + mebibytes(limits.memoryBytes())
                + " MiB; ask for less, or raise the memory limit";
    }

    static String value() {
        return "A value of the result is larger than " + mebibytes(MOST_VALUE_BYTES)
                + " MiB, the most one value may have; select a part of it";
    }

    static String result(long mostBytes) {
        return "The result takes more than " + mebibytes(mostBytes)
                + " MiB of memory; select fewer columns or rows, or lower --max-rows";
    }

    static String abandoned(int queries) {
        return queries + " earlier queries passed their limits and are still being stopped; try again later";
    }

    private static String seconds(Limits limits) {
        double seconds = limits.time().toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? Long.toString(Math.round(seconds))
                : String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static long mebibytes(long bytes) {
        return bytes / MEBIBYTE;
    }
}
