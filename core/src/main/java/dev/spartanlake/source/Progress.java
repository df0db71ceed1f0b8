package dev.spartanlake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// How far the reading has come, in bytes as they lie on disk, and what it passed over. Written by the reading
/// thread, read by any.
final class Progress {

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong skippedFiles = new AtomicLong();
    private long finishedBytes;

    long skippedFiles() {
        return skippedFiles.get();
    }

    /// Counts a file or archive entry that no known extension ends.
    void skip() {
        skippedFiles.incrementAndGet();
    }

    long bytes() {
        return bytes.get();
    }

    void add(long count) {
        bytes.addAndGet(count);
    }

    /// Counts a whole file as read, however much of it had to be looked at.
    ///
    /// @param sizeBytes its size; -1 because it is unknown, so that what was read counts
    void finish(long sizeBytes) {
        finishedBytes = sizeBytes < 0 ? bytes.get() : finishedBytes + sizeBytes;
        bytes.set(finishedBytes);
    }

    /// A stream whose bytes are counted as they are read.
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                add(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                add(Math.max(count, 0));
                return count;
            }
        };
    }
}
