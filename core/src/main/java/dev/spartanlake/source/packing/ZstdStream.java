package dev.spartanlake.source.packing;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Unpacks zstd data of any number of frames, to the last byte of the stream or not at all.
///
/// The binding's own stream cannot be used: where a second frame is truncated it may end as if there were none.
final class ZstdStream extends InputStream {

    /// Native memory for one stream at a time. Allocated once, as only the garbage collector can free it.
    static final class Buffers {

        private static final int BYTES = 128 * 1024;

        private final byte[] transfer = new byte[BYTES];
        private final ByteBuffer compressed = ByteBuffer.allocateDirect(BYTES);
        private final ByteBuffer expanded = ByteBuffer.allocateDirect(BYTES);
    }

    private final PeekStream in;
    private final Buffers buffers;
    private final ZstdDecompressCtx decoder = new ZstdDecompressCtx();
    private boolean insideFrame;
    private boolean moreToFlush;

    /// @param in the compressed stream; owned and closed
    /// @param buffers not in use by another stream
    ZstdStream(PeekStream in, Buffers buffers) throws IOException {
        this.in = in;
        this.buffers = buffers;
        buffers.compressed.clear().limit(0);
        buffers.expanded.clear().limit(0);
        if (Packing.of(in) != Packing.ZSTD) {
            decoder.close();
            in.throwKeptFailure();
            throw new BrokenInput(Packing.ZSTD.noun(), Packing.beginning(in));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer expanded = buffers.expanded;
        while (!expanded.hasRemaining()) {
            boolean fed = moreToFlush || buffers.compressed.hasRemaining() || feed();
            if (!fed) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, expanded.remaining());
        expanded.get(bytes, offset, count);
        return count;
    }

    private boolean feed() throws IOException {
        int count = in.read(buffers.transfer, 0, buffers.transfer.length);
        if (count >= 0) {
            buffers.compressed.clear().put(buffers.transfer, 0, count).flip();
            return true;
        }
        if (insideFrame) {
            throw new BrokenInput("complete zstd data", "data that ends early");
        }
        return false;
    }

    private void decode() throws IOException {
        buffers.expanded.clear();
        try {
            insideFrame = !decoder.decompressDirectByteBufferStream(buffers.expanded, buffers.compressed);
        } catch (ZstdException e) {
            buffers.expanded.limit(0);
            throw new BrokenInput("intact zstd data", String.valueOf(e.getMessage()));
        }
        moreToFlush = insideFrame && !buffers.expanded.hasRemaining();
        buffers.expanded.flip();
    }

    @Override
    public void close() throws IOException {
        decoder.close();
        in.close();
    }
}
