package dev.spartanlake.halo.cache;

/// For how long an answer stays true.
public enum Keeping {
    /// It never changes: a version of an asset.
    FOR_EVER,
    /// It may change: a content file. After a day the service is asked whether it has, if it gave
    /// the answer an ETag.
    A_DAY
}
