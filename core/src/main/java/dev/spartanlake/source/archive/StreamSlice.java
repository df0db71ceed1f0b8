package dev.spartanlake.source.archive;

import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.source.packing.PeekStream;
import java.io.IOException;
import java.io.InputStream;

/// The next so many bytes of a longer stream as a stream; closing it leaves the longer one open.
final class StreamSlice extends InputStream {

    private final PeekStream in;
    private long remaining;

    StreamSlice(PeekStream in, long count) {
        this.in = in;
        this.remaining = count;
    }

    /// Passes over what is left.
    void skipRest() throws IOException {
        byte[] waste = new byte[8192];
        while (remaining > 0) {
            read(waste, 0, waste.length);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = Math.toIntExact(Math.min(length, remaining));
        if (wanted == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = in.read(bytes, offset, wanted);
        if (count < 0) {
            throw new BrokenInput("complete zip data", "data that ends early");
        }
        remaining -= count;
        return count;
    }
}
