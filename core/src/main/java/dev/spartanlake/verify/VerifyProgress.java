package dev.spartanlake.verify;

/// Is told how far a verification has come.
@FunctionalInterface
public interface VerifyProgress {

    /// Tells nobody.
    VerifyProgress NONE = (files, bytesRead, totalBytes) -> {};

    /// Some more files were read.
    ///
    /// @param files how many so far
    /// @param bytesRead their length together
    /// @param totalBytes the length of all that is to be read, as far as it is known
    void advanced(long files, long bytesRead, long totalBytes);
}
