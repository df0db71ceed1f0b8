package dev.spartanlake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Keeps one compressed file or archive from expanding without end.
final class Expansion {

    /// Streams shorter than this may grow as they like; they cost a fraction of a second.
    static final long HARMLESS_BYTES = 64L << 20;

    private final SourceLimits limits;
    private long expandedBytes;

    Expansion(SourceLimits limits) {
        this.limits = limits;
    }

    /// Whether nothing more may be expanded.
    boolean exhausted() {
        return expandedBytes > limits.expandedBytes();
    }

    /// The rule that an exhausted expansion breaks.
    BrokenInput tooMuch() {
        return new BrokenInput("data that expands to at most " + limits.expandedBytes() + " bytes", "more");
    }

    /// A stream that fails once it yields more than is believed.
    ///
    /// @param expanded the expanded data
    /// @param compressedBytes how many compressed bytes were read to yield it
    InputStream guard(InputStream expanded, LongSupplier compressedBytes) {
        return new Guard(expanded, compressedBytes);
    }

    private final class Guard extends FilterInputStream {

        private final LongSupplier compressedBytes;
        private long grownBytes;

        private Guard(InputStream expanded, LongSupplier compressedBytes) {
            super(expanded);
            this.compressedBytes = compressedBytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            account(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            account(Math.max(count, 0));
            return count;
        }

        private void account(int count) throws IOException {
            grownBytes += count;
            expandedBytes += count;
            if (exhausted()) {
                throw tooMuch();
            }
            long compressed = compressedBytes.getAsLong();
            if (grownBytes > HARMLESS_BYTES && grownBytes / limits.expansionRatio() > compressed) {
                throw new BrokenInput(
                        "data that expands to at most " + limits.expansionRatio() + " times its compressed size",
                        grownBytes + " bytes out of " + compressed);
            }
        }
    }
}
