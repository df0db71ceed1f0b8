package dev.spartanlake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Keeps one compressed file or archive from expanding without end.
final class Expansion {

    /// How many documents of the longest kind a stream may expand to before its growth is judged. That much costs a
    /// second or two, and some honest files grow a thousandfold: those that hold the same matches again and again.
    private static final int HARMLESS_DOCUMENTS = 16;

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
            long harmless = HARMLESS_DOCUMENTS * limits.documentBytes();
            if (grownBytes > harmless && grownBytes / limits.expansionRatio() > compressed) {
                throw new BrokenInput(
                        "data that expands to at most " + limits.expansionRatio() + " times its compressed size",
                        grownBytes + " bytes out of " + compressed);
            }
        }
    }
}
