package dev.spartanlake.verify;

/// Counts the files that were read, and tells whoever watches, once it is known how much there is to read.
final class ReadFiles {

    private final VerifyProgress progress;
    private long files;
    private long bytes;
    private long expectedBytes;
    private boolean isAllExpected;

    ReadFiles(VerifyProgress progress) {
        this.progress = progress;
    }

    /// Says how much is still going to be read.
    void expect(long sizeBytes) {
        expectedBytes = bytes + sizeBytes;
        isAllExpected = true;
    }

    /// A file was read.
    void count(long sizeBytes) {
        files++;
        bytes += sizeBytes;
        if (isAllExpected) {
            progress.advanced(files, bytes, Math.max(bytes, expectedBytes));
        }
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }
}
