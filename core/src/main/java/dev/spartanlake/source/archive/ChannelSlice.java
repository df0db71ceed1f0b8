package dev.spartanlake.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file as a stream; closing it leaves the file open.
final class ChannelSlice extends InputStream {

    private final FileChannel channel;
    private final long end;
    private long position;

    ChannelSlice(FileChannel channel, long position, long count) {
        this.channel = channel;
        this.position = position;
        this.end = position + count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = Math.toIntExact(Math.min(length, end - position));
        if (wanted == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
        position += Math.max(count, 0);
        return count;
    }
}
