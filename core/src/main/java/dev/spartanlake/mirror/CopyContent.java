package dev.spartanlake.mirror;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.hash.Sha256;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.LockedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The bytes of a [DatabaseCopy] at one moment: those of the whole copy, with the pages that changed afterwards in
/// their places. What a writer does to the copy later does not show.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it. **Errors**: every method throws
/// [WarehouseException] with [ErrorCode#STORAGE] when the disk refuses.
public final class CopyContent implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CopyContent.class.getName());
    private static final int CHUNK_BYTES = 1 << 18;

    private final DatabaseCopy copy;
    private final LockedFiles.Reading whole;
    private final LockedFiles.@Nullable Reading pages;
    private final PageLog log;
    private final long size;

    private CopyContent(DatabaseCopy copy, LockedFiles.Reading whole, LockedFiles.@Nullable Reading pages, PageLog log)
            throws IOException {
        this.copy = copy;
        this.whole = whole;
        this.pages = pages;
        this.log = log;
        size = log.isEmpty() ? whole.channel().size() : (long) log.pageSize() * log.databasePages();
    }

    static CopyContent open(DatabaseCopy copy, PageLog log) {
        try {
            LockedFiles.Reading whole = LockedFiles.read(copy.file());
            try {
                return new CopyContent(copy, whole, log.isEmpty() ? null : LockedFiles.read(copy.pages()), log);
            } catch (IOException | RuntimeException failed) {
                whole.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(copy.file(), failed);
        }
    }

    /// The copy.
    public DatabaseCopy copy() {
        return copy;
    }

    /// What has changed since the whole copy was made.
    PageLog log() {
        return log;
    }

    /// What is wrong with it; empty when the copy of the whole file is what its name says, and every change is what its
    /// digests say.
    public Optional<Difference> difference() {
        try {
            String found = PageLog.digest(whole.channel(), 0, whole.channel().size());
            if (!found.equals(copy.sha256())) {
                return Optional.of(new Difference(copy.file(), copy.sha256(), found));
            }
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(copy.file(), failed);
        }
        return log.state() == PageLog.State.DAMAGED
                ? Optional.of(
                        new Difference(copy.pages(), "changes with their digests", "none after " + log.end() + " B"))
                : Optional.empty();
    }

    /// Whether it can be read, and nothing is wrong with it.
    public boolean isWhole() {
        try {
            return difference().isEmpty();
        } catch (WarehouseException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "not whole: " + copy, unreadable);
            return false;
        }
    }

    /// A part of a copy that is not what was written.
    ///
    /// @param file which file
    /// @param expected what it should have
    /// @param found what it has
    public record Difference(Path file, String expected, String found) {}

    /// How long it is, in bytes.
    public long size() {
        return size;
    }

    /// Whether a whole copy with another content than the database tells that the database is damaged: it is a copy
    /// of the same generation, or one of a later format.
    ///
    /// @param catalog the database, of the present or an earlier format
    public boolean contradicts(Catalog catalog) {
        try {
            return query(copied -> copied.formatVersion() > catalog.formatVersion()
                    || copied.commits().state().equals(catalog.commits().state()));
        } catch (WarehouseException otherFormat) {
            return false;
        }
    }

    /// Asks the copy as the database it is.
    ///
    /// @param <T> the answer
    /// @param question what to ask, of the present or an earlier format
    /// @throws WarehouseException when it makes no sense as a database, or is gone
    public <T> T query(Function<Catalog, T> question) {
        if (log.isEmpty()) {
            return query(copy.file(), question);
        }
        Path together = null;
        try {
            together = Files.createTempFile("spartanlake-metadata-", ".db");
            try (OutputStream target = Files.newOutputStream(together)) {
                writeTo(target);
            }
            return query(together, question);
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(copy.file(), failed);
        } finally {
            deleteTemporary(together);
        }
    }

    private static <T> T query(Path database, Function<Catalog, T> question) {
        try (Catalog catalog = Catalog.openOlderCopy(database)) {
            return question.apply(catalog);
        }
    }

    private static void deleteTemporary(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            LOG.log(System.Logger.Level.WARNING, "a temporary file is left: " + file, left);
        }
    }

    /// The length and the SHA-256 of the content.
    public Fingerprint fingerprint() {
        Sha256 digest = Sha256.start();
        try {
            eachChunk(digest::add);
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(copy.file(), failed);
        }
        return new Fingerprint(size, digest.end());
    }

    /// Writes the content to a stream.
    public void writeTo(OutputStream target) throws IOException {
        byte[] bytes = new byte[CHUNK_BYTES];
        eachChunk(chunk -> {
            int length = chunk.remaining();
            chunk.get(bytes, 0, length);
            target.write(bytes, 0, length);
        });
    }

    private void eachChunk(ChunkReader reader) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
        for (long from = 0; from < size; from += CHUNK_BYTES) {
            chunk.clear().limit((int) Math.min(CHUNK_BYTES, size - from));
            fill(chunk, from);
            reader.read(chunk);
        }
    }

    /// A page is a power of two, so that a chunk is made of whole ones.
    private void fill(ByteBuffer chunk, long from) throws IOException {
        int copied = Math.clamp(whole.channel().size() - from, 0, chunk.limit());
        PageLog.fill(whole.channel(), from, chunk.slice(0, copied));
        // What a copy lacks that was cut off must not look like what was read before.
        chunk.put(copied, new byte[chunk.limit() - copied]);
        if (pages != null) {
            int pageSize = log.pageSize();
            for (int at = 0; at < chunk.limit(); at += pageSize) {
                Long changed = log.at(Math.toIntExact((from + at) / pageSize + 1));
                if (changed != null) {
                    PageLog.fill(pages.channel(), changed, chunk.slice(at, pageSize));
                }
            }
        }
        chunk.position(0);
    }

    @Override
    public void close() {
        try (whole) {
            if (pages != null) {
                pages.close();
            }
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(copy.file(), failed);
        }
    }

    @FunctionalInterface
    private interface ChunkReader {
        void read(ByteBuffer chunk) throws IOException;
    }
}
