package dev.spartanlake.commit;

/// What a document means for the warehouse.
public enum Disposition {
    /// The match is new.
    INSERTED,
    /// The match was stored with another content, which this one replaces.
    UPDATED,
    /// The match was stored with this content, and its skill data or its highlight events are new or other ones.
    SUPPLEMENTED,
    /// The very same content is stored already.
    UNCHANGED
}
