package dev.spartanlake.verify;

/// Counts the files that were read, and tells whoever watches.
final class ReadFiles {

    private final VerifyProgress progress;
    private long files;
    private long bytes;
    private long expectedBytes;

    ReadFiles(VerifyProgress progress) {
        this.progress = progress;
    }

    /// Says that more is going to be read.
    void expect(long sizeBytes) {
        expectedBytes += sizeBytes;
    }

    /// A file was read.
    void count(long sizeBytes) {
        files++;
        bytes += sizeBytes;
        progress.advanced(files, bytes, Math.max(bytes, expectedBytes));
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }
}
