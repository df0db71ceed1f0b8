package dev.spartanlake.imports;

/// Is told how far an import has come.
@FunctionalInterface
public interface ImportProgress {

    /// Tells nobody.
    ImportProgress NONE = (documents, done, total) -> {};

    /// More documents have been looked at.
    ///
    /// @param documents how many so far
    /// @param done how much of the source that is, in its own measure: bytes of files, or numbers
    ///     of rows
    /// @param total how much there is, in the same measure; −1 when unknown
    void advanced(long documents, long done, long total);
}
