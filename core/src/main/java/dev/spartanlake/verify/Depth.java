package dev.spartanlake.verify;

/// How thoroughly a warehouse is verified.
public enum Depth {
    /// Everything that reading each file once tells: checksums, the catalog against the disk in both directions,
    /// the order, keys and partitions of rows, the ledger, the metadata database.
    NORMAL,
    /// Also derives every row from its document again, and every session and score from the careers.
    DEEP
}
