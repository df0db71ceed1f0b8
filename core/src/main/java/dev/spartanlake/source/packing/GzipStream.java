package dev.spartanlake.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Unpacks gzip data (RFC 1952) of any number of members, to the last byte of the stream or not at all: whatever
/// follows a member must be another one or zero padding.
final class GzipStream extends InputStream {

    private static final String COMPLETE = "complete gzip data";
    private static final int FIXED_HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int DEFLATE = 8;
    private static final int HEADER_SUM = 1 << 1;
    private static final int EXTRA_FIELD = 1 << 2;
    private static final int FILE_NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final PeekStream in;
    private final Inflation inflation;
    private InputStream member;
    private boolean ended;

    /// @param in the compressed stream; owned and closed
    GzipStream(PeekStream in) throws IOException {
        this.in = in;
        skipHeader();
        this.inflation = new Inflation(in, Packing.GZIP.noun());
        this.member = new SummedStream(inflation, this::checkTrailer);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ended) {
            int count = member.read(bytes, offset, length);
            if (count >= 0) {
                return count;
            }
            skipPadding();
            if (!ended) {
                skipHeader();
                inflation.restart();
                member = new SummedStream(inflation, this::checkTrailer);
            }
        }
        return -1;
    }

    private void skipPadding() throws IOException {
        while (in.peek(0) == 0) {
            in.skipNBytes(1);
        }
        if (in.peek(0) < 0) {
            in.throwKeptFailure();
            ended = true;
        }
    }

    private void skipHeader() throws IOException {
        if (Packing.of(in) != Packing.GZIP) {
            in.throwKeptFailure();
            throw new BrokenInput(Packing.GZIP.noun(), Packing.beginning(in));
        }
        byte[] header = in.readExactly(FIXED_HEADER_BYTES, COMPLETE);
        if (header[2] != DEFLATE) {
            throw new BrokenInput("gzip data compressed by deflate", "method " + (header[2] & 0xFF));
        }
        skipOptionalFields(header[3]);
    }

    private void skipOptionalFields(int flags) throws IOException {
        if ((flags & EXTRA_FIELD) != 0) {
            byte[] length = in.readExactly(2, COMPLETE);
            in.readExactly((length[0] & 0xFF) + ((length[1] & 0xFF) << 8), COMPLETE);
        }
        if ((flags & FILE_NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_SUM) != 0) {
            in.readExactly(2, COMPLETE);
        }
    }

    private void skipText() throws IOException {
        byte next = 1;
        while (next != 0) {
            next = in.readExactly(1, COMPLETE)[0];
        }
    }

    private void checkTrailer(long crc, long sizeBytes) throws IOException {
        ByteBuffer trailer =
                ByteBuffer.wrap(in.readExactly(TRAILER_BYTES, COMPLETE)).order(ByteOrder.LITTLE_ENDIAN);
        if (trailer.getInt() != (int) crc || trailer.getInt() != (int) sizeBytes) {
            throw new BrokenInput("intact gzip data", "a checksum that does not match");
        }
    }

    @Override
    public void close() throws IOException {
        inflation.close();
        in.close();
    }
}
