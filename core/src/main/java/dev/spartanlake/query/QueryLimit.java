package dev.spartanlake.query;

import java.util.Locale;

/// The sentence for each limit on the work of a statement: which one it was, and how to raise it.
final class QueryLimit {

    private static final long MEBIBYTE = 1L << 20;

    private QueryLimit() {}

    static String time(Limits limits) {
        return "The query did not finish within its time limit of " + duration(limits)
                + "; ask for less, or raise the time limit (query.timeout)";
    }

    static String memory(Limits limits) {
        return "The query needs more than its memory limit of " + limits.memoryBytes() / MEBIBYTE
                + " MiB; ask for less, or raise the memory limit (query.memory)";
    }

    static String abandoned(int queries) {
        return queries + " earlier queries passed their limits and are still being stopped; try again later";
    }

    private static String duration(Limits limits) {
        long milliseconds = limits.time().toMillis();
        if (milliseconds < 100) {
            return milliseconds + " ms";
        }
        double seconds = milliseconds / 1000.0;
        return seconds == Math.rint(seconds)
                ? Math.round(seconds) + " s"
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
