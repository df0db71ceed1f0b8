package dev.spartanlake.source.packing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Keeps one compressed file or archive from expanding without end.
public final class Expansion {

    /// How many documents of the longest kind a stream may expand to before its growth is judged. That much costs a
    /// second or two, and some honest files grow a thousandfold: those that hold the same matches again and again.
    private static final int HARMLESS_DOCUMENTS = 16;

    private final long mostBytes;
    private final int mostRatio;
    private final long harmlessBytes;
    private long expandedBytes;

    /// @param mostBytes how many bytes the file may expand to in total
    /// @param mostRatio how many times its compressed size one stream may grow
    /// @param documentBytes the longest document, in bytes; a stream may grow to some of these without being judged
    public Expansion(long mostBytes, int mostRatio, long documentBytes) {
        this.mostBytes = mostBytes;
        this.mostRatio = mostRatio;
        this.harmlessBytes = HARMLESS_DOCUMENTS * documentBytes;
    }

    /// Whether nothing more may be expanded.
    public boolean exhausted() {
        return expandedBytes > mostBytes;
    }

    /// The rule that an exhausted expansion breaks.
    public BrokenInput tooMuch() {
        return new BrokenInput("data that expands to at most " + mostBytes + " bytes", "more");
    }

    /// A stream that fails once it yields more than is believed.
    ///
    /// @param expanded the expanded data
    /// @param compressedBytes how many compressed bytes were read to yield it
    public InputStream guard(InputStream expanded, LongSupplier compressedBytes) {
        return new Guard(expanded, compressedBytes);
    }

    /// Inflates the deflated data that a stream begins with, guarded likewise.
    ///
    /// @param deflated the stream; not closed by the one returned
    /// @param noun what the data is part of, for messages
    public InputStream inflate(PeekStream deflated, String noun) {
        Inflation inflation = new Inflation(deflated, noun);
        return guard(inflation, inflation::compressedBytes);
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
            if (grownBytes > harmlessBytes && grownBytes / mostRatio > compressed) {
                throw new BrokenInput(
                        "data that expands to at most " + mostRatio + " times its compressed size",
                        grownBytes + " bytes out of " + compressed);
            }
        }
    }
}
