package dev.spartanlake.schema;

/// The compression of a table's files, by DuckDB's name.
public enum Compression {
    /// Fast; for columns of numbers.
    SNAPPY,
    /// Dense; for text that is seldom read.
    ZSTD
}
