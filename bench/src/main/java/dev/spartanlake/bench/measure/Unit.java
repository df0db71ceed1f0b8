package dev.spartanlake.bench.measure;

/// What samples count.
public enum Unit {
    /// Milliseconds from start to end.
    MILLISECONDS,
    /// Bytes, on disk or in memory.
    BYTES,
    /// Parquet files.
    FILES,
    /// Documents in a second.
    DOCUMENTS_PER_SECOND;

    /// Whether less is better, so that a ratio says how many times the floor something costs.
    public boolean isCost() {
        return this != DOCUMENTS_PER_SECOND;
    }
}
