package dev.spartanlake.backup;

/// What becomes of what a warehouse holds when a backup is restored into it.
public enum RestoreMode {
    /// It must hold nothing.
    INTO_EMPTY,
    /// It is replaced by what the backup holds.
    REPLACE,
    /// It stays, and what the backup holds comes to it.
    MERGE
}
