package dev.spartanlake.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The pages that were committed to SQLite's write-ahead log, as its [file format](https://sqlite.org/fileformat2.html)
/// lays them out: a header of 32 bytes, then frames of a header of 24 bytes and a page each.
///
/// **Threads**: one at a time, by the only writer of the database. **Lifecycle**: whoever opens it closes it.
public final class WriteAheadLog implements AutoCloseable {

    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int PAGE_SIZE_AT = 8;
    private static final int SEQUENCE_AT = 12;
    private static final int SALTS_AT = 16;
    private static final int FRAME_PAGES_AT = 4;
    private static final int FRAME_SALTS_AT = 8;

    private final FileChannel channel;
    private final int pageSize;
    private final int sequence;
    private final long salts;

    /// Where the last committed content of each page begins.
    private final NavigableMap<Integer, Long> contents = new TreeMap<>();

    private int databasePages;

    private WriteAheadLog(FileChannel channel, ByteBuffer header) {
        this.channel = channel;
        pageSize = header.getInt(PAGE_SIZE_AT);
        sequence = header.getInt(SEQUENCE_AT);
        salts = header.getLong(SALTS_AT);
    }

    /// How far a log has come.
    ///
    /// @param sequence how often SQLite has begun the log anew; -1 while there is none
    /// @param salts what tells this run of the log from others
    /// @param frames how many frames of the run are committed
    public record Position(int sequence, long salts, int frames) {}

    /// How far a log has come.
    ///
    /// @param file the log's file
    /// @param frames how many frames are committed, by SQLite's account
    static Position position(Path file, int frames) throws IOException {
        if (!Files.exists(file)) {
            return new Position(-1, 0, 0);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEADER_BYTES) {
                return new Position(-1, 0, 0);
            }
            ByteBuffer header = read(channel, 0, HEADER_BYTES);
            return new Position(header.getInt(SEQUENCE_AT), header.getLong(SALTS_AT), frames);
        }
    }

    /// Opens a log at what was committed since a position.
    ///
    /// @param file the log's file
    /// @param frames how many frames are committed, by SQLite's account
    /// @param since a position at which everything in the log was in the database's file
    /// @return empty when the file does not have all that was committed since: SQLite begins it anew once all of it
    ///     is in the database's file, which may have happened more than once
    static Optional<WriteAheadLog> open(Path file, int frames, Position since) throws IOException {
        if (position(file, frames).sequence() < 0) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            WriteAheadLog log = new WriteAheadLog(channel, read(channel, 0, HEADER_BYTES));
            OptionalInt first = log.firstFrame(since);
            if (first.isPresent() && log.holds(first.getAsInt(), frames)) {
                return Optional.of(log);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private OptionalInt firstFrame(Position since) {
        if (since.sequence() == sequence && since.salts() == salts) {
            return OptionalInt.of(since.frames());
        }
        return sequence == since.sequence() + 1 ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private boolean holds(int first, int frames) throws IOException {
        long at = HEADER_BYTES + (long) first * (FRAME_HEADER_BYTES + pageSize);
        for (int i = first; i < frames; i++) {
            if (at + FRAME_HEADER_BYTES + pageSize > channel.size()) {
                return false;
            }
            ByteBuffer header = read(channel, at, FRAME_HEADER_BYTES);
            if (header.getLong(FRAME_SALTS_AT) != salts) {
                return false;
            }
            contents.put(header.getInt(0), at + FRAME_HEADER_BYTES);
            // Only the last frame of a transaction has the length of the database.
            databasePages = header.getInt(FRAME_PAGES_AT);
            at += FRAME_HEADER_BYTES + pageSize;
        }
        contents.tailMap(databasePages, false).clear();
        return databasePages > 0;
    }

    /// The length of a page in bytes.
    public int pageSize() {
        return pageSize;
    }

    /// How many pages the database has, those that are not in the log included.
    public int databasePages() {
        return databasePages;
    }

    /// The numbers of the pages in the log; the first page of a database is 1.
    public Iterable<Integer> pages() {
        return contents.keySet();
    }

    /// How many pages are in the log.
    public int pageCount() {
        return contents.size();
    }

    /// The last committed content of a page that is in the log.
    public ByteBuffer page(int number) throws IOException {
        return read(channel, contents.getOrDefault(number, -1L), pageSize);
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the log ends before byte " + (from + length));
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
