package dev.spartanlake.schema;

/// By what a table is cut into files.
public enum Partitioning {
    /// By player, year and month.
    PLAYER_MONTH,
    /// By year and month; a match several players were in stands once.
    MONTH
}
