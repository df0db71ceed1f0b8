package dev.spartanlake.commit;

/// What a document means for the warehouse.
public enum Disposition {
    /// The match is new.
    INSERTED,
    /// The match was stored with another content, which this one replaces.
    UPDATED,
    /// The very same content is stored already.
    UNCHANGED
}
