package dev.spartanlake.source.archive;

import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.source.packing.SummedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The entries of an archive file, found through its central directory.
///
/// The JDK's own reader cannot be used: it refuses a whole archive for one encrypted entry, and holds the whole
/// directory in memory.
public final class ZipDirectory implements ZipEntries {

    private static final String INTACT = "an intact zip archive";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel channel;
    private final ZipEnd end;
    private final Expansion expansion;
    private final UnaryOperator<InputStream> counting;
    private final PeekStream directory;
    private long claimedBytes;
    private long seen;
    private @Nullable ZipHeader current;

    private ZipDirectory(FileChannel channel, ZipEnd end, Expansion expansion, UnaryOperator<InputStream> counting) {
        this.channel = channel;
        this.end = end;
        this.expansion = expansion;
        this.counting = counting;
        ChannelSlice slice = new ChannelSlice(channel, end.directoryPosition(), end.directoryBytes());
        this.directory = new PeekStream(new BufferedInputStream(slice, BUFFER_BYTES));
    }

    /// Opens an archive; `null` because the file has no central directory where one should be.
    ///
    /// @param expansion what keeps its entries from expanding without end
    /// @param counting makes a stream of an entry's compressed data one whose bytes are counted
    /// @throws IOException if the file cannot be read
    public static @Nullable ZipDirectory open(Path file, Expansion expansion, UnaryOperator<InputStream> counting)
            throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        ZipDirectory opened = null;
        try {
            ZipEnd end = ZipEnd.find(channel);
            opened = end == null ? null : new ZipDirectory(channel, end, expansion, counting);
        } finally {
            if (opened == null) {
                channel.close();
            }
        }
        return opened;
    }

    @Override
    public @Nullable ZipHeader next() throws IOException {
        current = null;
        if (directory.peek(0) < 0) {
            directory.throwKeptFailure();
            if (!end.complete(seen)) {
                throw new BrokenInput(INTACT, "a directory without some of its entries");
            }
            return null;
        }
        seen++;
        ByteBuffer fixed = littleEndian(directory.readExactly(ZipHeader.CENTRAL_BYTES, INTACT));
        if (fixed.getInt(0) != ZipHeader.CENTRAL_SIGNATURE) {
            throw new BrokenInput(INTACT, "a damaged directory of entries");
        }
        byte[] name = directory.readExactly(fixed.getShort(28) & 0xFFFF, INTACT);
        byte[] extra = directory.readExactly(fixed.getShort(30) & 0xFFFF, INTACT);
        directory.readExactly(fixed.getShort(32) & 0xFFFF, INTACT);
        ZipHeader header = ZipHeader.central(fixed, name, littleEndian(extra));
        claim(header);
        current = header;
        return header;
    }

    /// Entries that share their data are how a small archive can expand to petabytes.
    private void claim(ZipHeader header) throws IOException {
        long available = end.directoryPosition() - claimedBytes;
        if (header.compressedBytes() < 0 || header.compressedBytes() > available) {
            throw new BrokenInput("entries that do not overlap", "more data than the archive has room for");
        }
        claimedBytes += header.compressedBytes();
    }

    @Override
    public InputStream content() throws IOException {
        ZipHeader header = current;
        if (header == null) {
            throw new IllegalStateException("no entry was asked for");
        }
        long room = end.directoryPosition() - ZipHeader.LOCAL_BYTES;
        if (header.offset() < 0 || header.offset() > room) {
            throw new BrokenInput(INTACT, "an entry that lies outside of it");
        }
        InputStream local = new ChannelSlice(channel, header.offset(), ZipHeader.LOCAL_BYTES);
        ByteBuffer fixed = littleEndian(new PeekStream(local).readExactly(ZipHeader.LOCAL_BYTES, INTACT));
        if (fixed.getInt(0) != ZipHeader.LOCAL_SIGNATURE) {
            throw new BrokenInput(INTACT, "an entry whose header is damaged");
        }
        int named = (fixed.getShort(26) & 0xFFFF) + (fixed.getShort(28) & 0xFFFF);
        long start = header.offset() + ZipHeader.LOCAL_BYTES + named;
        if (header.compressedBytes() > end.directoryPosition() - start) {
            throw new BrokenInput(INTACT, "an entry that reaches outside of it");
        }
        InputStream slice = new ChannelSlice(channel, start, header.compressedBytes());
        PeekStream data = new PeekStream(counting.apply(slice));
        return new SummedStream(
                ZipEntries.unpack(header, data, expansion), (crc, size) -> ZipEntries.check(header, crc, size));
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
