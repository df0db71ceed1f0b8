package dev.spartanlake.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The pages that were committed to SQLite's write-ahead log, as its [file format](https://sqlite.org/fileformat2.html)
/// lays them out: a header of 32 bytes, then frames of a header of 24 bytes and a page each.
///
/// **Threads**: one at a time, by the only writer of the database. **Lifecycle**: whoever opens it closes it.
public final class WriteAheadLog implements AutoCloseable {

    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int PAGE_SIZE_AT = 8;
    private static final int SALTS_AT = 16;
    private static final int FRAME_PAGES_AT = 4;
    private static final int FRAME_SALTS_AT = 8;

    private final FileChannel channel;
    private final int pageSize;
    private final long salts;

    /// Where the last committed content of each page begins.
    private final NavigableMap<Integer, Long> contents = new TreeMap<>();

    private int databasePages;

    private WriteAheadLog(FileChannel channel, ByteBuffer header) {
        this.channel = channel;
        pageSize = header.getInt(PAGE_SIZE_AT);
        salts = header.getLong(SALTS_AT);
    }

    /// What tells the present run of a log from those before: SQLite begins it anew once all of it is in the
    /// database's file.
    ///
    /// @param file the log's file
    /// @return empty when there is no log
    static Optional<Long> run(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.size() < HEADER_BYTES
                    ? Optional.empty()
                    : Optional.of(read(channel, 0, HEADER_BYTES).getLong(SALTS_AT));
        }
    }

    /// Opens a log.
    ///
    /// @param file the log's file
    /// @param frames how many frames are committed, by SQLite's account
    /// @return empty when the file does not have these frames
    static Optional<WriteAheadLog> open(Path file, int frames) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            WriteAheadLog log = new WriteAheadLog(channel, read(channel, 0, HEADER_BYTES));
            if (log.holds(frames)) {
                return Optional.of(log);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private boolean holds(int frames) throws IOException {
        long at = HEADER_BYTES;
        for (int i = 0; i < frames; i++) {
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

    /// What tells this run of the log from others.
    public long run() {
        return salts;
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
