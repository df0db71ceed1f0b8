package dev.spartanlake.query.result;

/// How large a result may be, and the sentence for one that is larger: what it was, and what to do.
public final class ResultLimit {

    /// The message of the error that [ResultProjection] has DuckDB raise for a value too large to be copied.
    public static final String LARGE_VALUE = "spartanlake: large value";

    /// Far more than any text of the warehouse, far less than the heap.
    static final long MOST_VALUE_BYTES = 16L << 20;

    private static final long MEBIBYTE = 1L << 20;

    private ResultLimit() {}

    /// What to say instead of [#LARGE_VALUE].
    public static String value() {
        return "A value of the result is larger than " + mebibytes(MOST_VALUE_BYTES)
                + " MiB, the most one value may have; select a part of it";
    }

    static String result(long mostBytes) {
        return "The result takes more than " + mebibytes(mostBytes)
                + " MiB of memory; select fewer columns or rows, or lower the limit on rows (query.max-rows)";
    }

    private static long mebibytes(long bytes) {
        return bytes / MEBIBYTE;
    }
}
