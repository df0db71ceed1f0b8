package dev.spartanlake.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// Where the central directory of an archive file lies, by the record at its end (APPNOTE.TXT 4.3.14 to 4.3.16).
///
/// @param directoryPosition where it begins
/// @param directoryBytes how long it is
/// @param entries how many entries it has, or the lowest 16 bits of that
record ZipEnd(long directoryPosition, long directoryBytes, long entries) {

    private static final int SIGNATURE = 0x06054B50;
    private static final int BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int WIDE_LOCATOR_SIGNATURE = 0x07064B50;
    private static final int WIDE_LOCATOR_BYTES = 20;
    private static final int WIDE_SIGNATURE = 0x06064B50;
    private static final int WIDE_BYTES = 56;
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    /// Finds the central directory; `null` because the file does not end as an archive does.
    ///
    /// The record must reach exactly to the end of the file and the directory exactly to the record. Where a
    /// truncated archive happens to end inside another one that it holds, that one's record must not be taken
    /// for its own.
    static @Nullable ZipEnd find(FileChannel channel) throws IOException {
        int tailBytes = Math.toIntExact(Math.min(channel.size(), BYTES + LONGEST_COMMENT));
        long tailPosition = channel.size() - tailBytes;
        ByteBuffer tail = read(channel, tailPosition, tailBytes);
        for (int i = tail.limit() - BYTES; i >= 0; i--) {
            int comment = tail.limit() - BYTES - i;
            if (tail.getInt(i) == SIGNATURE && (tail.getShort(i + BYTES - 2) & 0xFFFF) == comment) {
                ZipEnd end = parse(channel, tail.slice(i, BYTES).order(ByteOrder.LITTLE_ENDIAN), tailPosition + i);
                if (end != null) {
                    return end;
                }
            }
        }
        return null;
    }

    private static @Nullable ZipEnd parse(FileChannel channel, ByteBuffer record, long position) throws IOException {
        long bytes = record.getInt(12) & ELSEWHERE;
        long offset = record.getInt(16) & ELSEWHERE;
        ZipEnd narrow = new ZipEnd(offset, bytes, record.getShort(10));
        if (narrow.reaches(position, channel)) {
            return narrow;
        }
        ByteBuffer locator = read(channel, position - WIDE_LOCATOR_BYTES, WIDE_LOCATOR_BYTES);
        if (locator.limit() < WIDE_LOCATOR_BYTES || locator.getInt(0) != WIDE_LOCATOR_SIGNATURE) {
            return null;
        }
        long widePosition = locator.getLong(8);
        ByteBuffer wide = read(channel, widePosition, WIDE_BYTES);
        if (wide.limit() < WIDE_BYTES || wide.getInt(0) != WIDE_SIGNATURE) {
            return null;
        }
        ZipEnd end = new ZipEnd(wide.getLong(48), wide.getLong(40), wide.getLong(32));
        return end.reaches(widePosition, channel) ? end : null;
    }

    /// Whether this many entries are all of them. Not all writers go beyond 16 bits where they should.
    boolean complete(long seen) {
        return (short) seen == (short) entries;
    }

    private boolean reaches(long position, FileChannel channel) throws IOException {
        if (directoryPosition < 0 || directoryBytes < 0 || directoryPosition != position - directoryBytes) {
            return false;
        }
        ByteBuffer first = read(channel, directoryPosition, Integer.BYTES);
        return directoryBytes == 0
                || (first.limit() == Integer.BYTES && first.getInt(0) == ZipHeader.CENTRAL_SIGNATURE);
    }

    /// Reads what there is of a part of the file, in the archive's byte order.
    private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        if (position >= 0) {
            int got = 0;
            while (bytes.hasRemaining() && got >= 0) {
                got = channel.read(bytes, position + bytes.position());
            }
        }
        return bytes.flip();
    }
}
