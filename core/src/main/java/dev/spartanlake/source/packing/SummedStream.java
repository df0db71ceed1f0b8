package dev.spartanlake.source.packing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// A stream that takes the checksum of what is read and has it checked at the end.
public final class SummedStream extends FilterInputStream {

    private final CRC32 sum = new CRC32();
    private final EndCheck check;
    private long sizeBytes;
    private boolean ended;

    /// @param in what is read; owned and closed
    /// @param check called once, when the end is reached
    public SummedStream(InputStream in, EndCheck check) {
        super(in);
        this.check = check;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            ended = true;
            check.ended(sum.getValue(), sizeBytes);
            return -1;
        }
        sum.update(buffer, offset, count);
        sizeBytes += count;
        return count;
    }
}
