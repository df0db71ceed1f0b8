package dev.spartanlake.export;

/// What to do about a file that is there already.
public enum Existing {
    /// Leave it, and refuse to write.
    KEEP,
    /// Put the new one in its place.
    REPLACE
}
