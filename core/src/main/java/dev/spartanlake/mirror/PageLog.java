package dev.spartanlake.mirror;

import dev.spartanlake.hash.Sha256;
import dev.spartanlake.storage.LockedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages of a database that changed since a whole copy of it was made, in the order of the changes. Each change
/// has a header with a digest of its own, so that one that was interrupted can be told from one that is damaged, and
/// ends with a digest of all of it, which the next one repeats: nothing can be missing in between.
///
/// | bytes of a change | what |
/// |---|---|
/// | 8 | `SLPAGES1` |
/// | 4, 4, 4, 4 | length of a page, number of pages that follow, pages of the database afterwards, its format version |
/// | 8, 8 | its generation, number of files that its commits had still to put in place |
/// | 32 | the digest of the change before, or of the whole copy |
/// | 32 | SHA-256 of the 72 bytes before |
/// | 4 and a page, as often as said | number of the page, from 1, and its content |
/// | 32 | SHA-256 of everything before |
///
/// Numbers are big-endian.
final class PageLog {

    private static final byte[] MAGIC = "SLPAGES1".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST_BYTES = 32;
    private static final int NUMBERS_BYTES = 4 * Integer.BYTES + 2 * Long.BYTES;
    private static final int SEALED_BYTES = MAGIC.length + NUMBERS_BYTES + DIGEST_BYTES;
    private static final int HEADER_BYTES = SEALED_BYTES + DIGEST_BYTES;
    private static final int BUFFER_BYTES = 1 << 18;

    /// The digest of the last whole change, or of the copy.
    private String digest;

    private long end;
    private @Nullable Change last;
    private State state = State.WHOLE;

    /// Where the last content of each page begins.
    private final Map<Integer, Long> contents = new HashMap<>();

    private PageLog(String digest) {
        this.digest = digest;
    }

    /// What a log is like.
    enum State {
        /// All of it can be used.
        WHOLE,
        /// The last change was interrupted while it was written, and never counted.
        TORN,
        /// Something in it is not what was written.
        DAMAGED
    }

    /// Reads a log and checks every byte of it.
    ///
    /// @param file the log; where there is none, nothing has changed
    /// @param copy the SHA-256 of the whole copy it goes on from, in hexadecimal digits
    static PageLog read(Path file, String copy) throws IOException {
        PageLog log = new PageLog(copy);
        if (Files.exists(file)) {
            try (LockedFiles.Reading reading = LockedFiles.read(file)) {
                FileChannel channel = reading.channel();
                boolean goesOn = channel.size() > 0;
                while (goesOn) {
                    goesOn = log.readChange(channel) && log.end < channel.size();
                }
            }
        }
        return log;
    }

    private boolean readChange(FileChannel channel) throws IOException {
        if (channel.size() - end < HEADER_BYTES) {
            return ends(State.TORN);
        }
        ByteBuffer header = bytes(channel, end, HEADER_BYTES);
        Change change = Change.of(header);
        if (change == null || !change.before.equals(digest)) {
            return ends(interruptedOrDamaged(channel));
        }
        long length = change.length();
        if (channel.size() - end < length) {
            return ends(State.TORN);
        }
        String found = digest(channel, end, length - DIGEST_BYTES);
        if (!found.equals(hex(bytes(channel, end + length - DIGEST_BYTES, DIGEST_BYTES)))) {
            return ends(interruptedOrDamaged(channel));
        }
        take(channel, change);
        digest = found;
        end += length;
        return true;
    }

    /// After a power cut a file may have its new length and nothing where it grew: zeros, which no digest is.
    private static State interruptedOrDamaged(FileChannel channel) throws IOException {
        byte[] tail = new byte[DIGEST_BYTES];
        bytes(channel, channel.size() - DIGEST_BYTES, DIGEST_BYTES).get(tail);
        return Arrays.equals(tail, new byte[DIGEST_BYTES]) ? State.TORN : State.DAMAGED;
    }

    private boolean ends(State how) {
        state = how;
        return false;
    }

    private void take(FileChannel channel, Change change) throws IOException {
        last = change;
        long at = end + HEADER_BYTES;
        for (int i = 0; i < change.pages; i++) {
            contents.put(bytes(channel, at, Integer.BYTES).getInt(), at + Integer.BYTES);
            at += Integer.BYTES + change.pageSize;
        }
    }

    /// Takes in a change that was written at the [#end] of the file.
    ///
    /// @param bytes what [#change] made
    void grow(ByteBuffer bytes) {
        Change change = Objects.requireNonNull(Change.of(bytes), "the change was just made");
        last = change;
        int at = HEADER_BYTES;
        for (int i = 0; i < change.pages; i++) {
            contents.put(bytes.getInt(at), end + at + Integer.BYTES);
            at += Integer.BYTES + change.pageSize;
        }
        digest = hex(bytes.duplicate().position(at).slice());
        end += bytes.limit();
        state = State.WHOLE;
    }

    /// The bytes of a change that goes on from this log.
    ///
    /// @param pages the pages that changed, by number
    ByteBuffer change(int pageLength, int pagesAfterwards, CopiedState state, Map<Integer, ByteBuffer> pages) {
        Change change = new Change(pageLength, pages.size(), pagesAfterwards, state, digest);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(change.length()));
        change.write(bytes);
        pages.forEach((number, content) -> bytes.putInt(number).put(content.duplicate()));
        String whole = digest(bytes.duplicate().flip());
        return bytes.put(HexFormat.of().parseHex(whole)).flip();
    }

    /// What the log is like.
    State state() {
        return state;
    }

    /// Whether nothing has changed since the whole copy.
    boolean isEmpty() {
        return end == 0;
    }

    /// The length of the changes that can be used.
    long end() {
        return end;
    }

    /// The length of a page; 0 when nothing has changed.
    int pageSize() {
        return last == null ? 0 : last.pageSize;
    }

    /// How many pages the database has; 0 when nothing has changed.
    int databasePages() {
        return last == null ? 0 : last.databasePages;
    }

    /// The state of the database after the last change; empty when nothing has changed.
    Optional<CopiedState> databaseState() {
        return Optional.ofNullable(last).map(Change::state);
    }

    /// Where in the log the content of a page is; null when the page is as in the whole copy.
    @Nullable
    Long at(int page) {
        return contents.get(page);
    }

    static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        fill(channel, from, bytes);
        return bytes.flip();
    }

    static void fill(FileChannel channel, long from, ByteBuffer bytes) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at);
            if (read < 0) {
                throw new IOException("the file ends at byte " + at);
            }
            at += read;
        }
    }

    static String digest(FileChannel channel, long from, long length) throws IOException {
        Sha256 digest = Sha256.start();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        for (long at = from; at < from + length; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, from + length - at));
            fill(channel, at, buffer);
            digest.add(buffer.flip());
        }
        return digest.end();
    }

    private static String digest(ByteBuffer content) {
        Sha256 digest = Sha256.start();
        digest.add(content);
        return digest.end();
    }

    private static String hex(ByteBuffer digest) {
        byte[] bytes = new byte[DIGEST_BYTES];
        digest.get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// What the header of a change says.
    ///
    /// @param before the digest that the change goes on from
    private record Change(int pageSize, int pages, int databasePages, CopiedState state, String before) {

        /// Reads a header; null when it is not one that was written.
        static @Nullable Change of(ByteBuffer header) {
            byte[] magic = new byte[MAGIC.length];
            byte[] before = new byte[DIGEST_BYTES];
            byte[] own = new byte[DIGEST_BYTES];
            header.get(0, magic).get(MAGIC.length + NUMBERS_BYTES, before).get(SEALED_BYTES, own);
            boolean isSound = Arrays.equals(magic, MAGIC)
                    && digest(header.duplicate().limit(SEALED_BYTES))
                            .equals(HexFormat.of().formatHex(own));
            int numbers = MAGIC.length;
            return isSound
                    ? new Change(
                            header.getInt(numbers),
                            header.getInt(numbers + 4),
                            header.getInt(numbers + 8),
                            new CopiedState(
                                    header.getInt(numbers + 12),
                                    header.getLong(numbers + 16),
                                    header.getLong(numbers + 24)),
                            HexFormat.of().formatHex(before))
                    : null;
        }

        long length() {
            return HEADER_BYTES + (long) pages * (Integer.BYTES + pageSize) + DIGEST_BYTES;
        }

        void write(ByteBuffer to) {
            to.put(MAGIC)
                    .putInt(pageSize)
                    .putInt(pages)
                    .putInt(databasePages)
                    .putInt(state.formatVersion())
                    .putLong(state.generation())
                    .putLong(state.pendingFiles())
                    .put(HexFormat.of().parseHex(before));
            to.put(HexFormat.of().parseHex(digest(to.duplicate().flip())));
        }
    }
}
