package dev.spartanlake.mirror;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.hash.Sha256;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.LockedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
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
        Optional<Difference> ofWhole = wholeDifference();
        if (ofWhole.isPresent() || log.state() != PageLog.State.DAMAGED) {
            return ofWhole;
        }
        return Optional.of(
                new Difference(copy.pages(), "changes with their digests", "none after " + log.end() + " B"));
    }

    private Optional<Difference> wholeDifference() {
        try {
            String found = PageLog.digest(whole.channel(), 0, whole.channel().size());
            return found.equals(copy.sha256())
                    ? Optional.empty()
                    : Optional.of(new Difference(copy.file(), copy.sha256(), found));
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(copy.file(), failed);
        }
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

    /// Whether a copy that is what was written, with another content than the database, tells that the database is
    /// damaged.
    ///
    /// @param catalog the database, of the present or an earlier format
    public boolean contradicts(Catalog catalog) {
        CopiedState present = CopiedState.of(catalog);
        try {
            return state().contradicts(present);
        } catch (WarehouseException failed) {
            if (failed.code() == ErrorCode.STORAGE) {
                throw failed;
            }
            // No database of ours, or one of a format that is not known.
            return false;
        }
    }

    /// Of which state of the warehouse it is.
    ///
    /// @throws WarehouseException also when the copy makes no sense as a database, or is gone
    public CopiedState state() {
        return log.databaseState().orElseGet(() -> {
            try (Catalog catalog = Catalog.openOlderCopy(copy.file())) {
                return CopiedState.of(catalog);
            }
        });
    }

    /// Whether the copy of the whole file is what its name says. What changed afterwards may be
    /// damaged from some change on; the content is that before it.
    boolean isUsable() {
        try {
            return wholeDifference().isEmpty();
        } catch (WarehouseException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "not usable: " + copy, unreadable);
            return false;
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
