package dev.spartanlake.ingest;

/// Is told how far an ingest has come.
@FunctionalInterface
public interface IngestProgress {

    /// Tells nobody.
    IngestProgress NONE = (documents, bytesRead, totalBytes) -> {};

    /// More documents have been staged.
    ///
    /// @param documents documents staged or refused so far
    /// @param bytesRead bytes of the sources, as they are on disk, up to the last of these documents; what is only
    ///     read ahead does not count
    /// @param totalBytes bytes of all sources; −1 when unknown
    void advanced(long documents, long bytesRead, long totalBytes);
}
