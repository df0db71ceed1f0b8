package dev.spartanlake.query;

import java.util.Locale;

/// The sentence for each limit on the work of a statement: which one it was, and how to raise it.
final class QueryLimit {

    private static final long MEBIBYTE = 1L << 20;

    private QueryLimit() {}

    static String time(Limits limits) {
        return "The query did not finish within its time limit of " + seconds(limits)
                + " s; ask for less, or raise the limit with --timeout";
    }

    static String memory(Limits limits) {
        return "The query needs more than its memory limit of " + limits.memoryBytes() / MEBIBYTE
                + " MiB; ask for less, or raise the memory limit";
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
}
