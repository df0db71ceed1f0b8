package dev.spartanlake.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.storage.LocalFileStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLogTest {

    private static final String COPY = "ab".repeat(32);
    private static final int PAGE = 512;
    private static final CopiedState STATE = new CopiedState(3, 41, 2);

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void placeFile() {
        file = directory.resolve("log");
    }

    @Test
    void isEmptyWithoutFile() throws IOException {
        PageLog log = PageLog.read(file, COPY);

        assertThat(log.isEmpty()).isTrue();
        assertThat(log.state()).isEqualTo(PageLog.State.WHOLE);
        assertThat(log.at(1)).isNull();
    }

    @Test
    void findsTheLastContentOfEachPage() throws IOException {
        PageLog grown = PageLog.read(file, COPY);
        add(grown, 3, Map.of(1, page('a'), 3, page('b')));
        add(grown, 4, Map.of(3, page('c'), 4, page('d')));

        PageLog read = PageLog.read(file, COPY);

        assertThat(read.state()).isEqualTo(PageLog.State.WHOLE);
        assertThat(read.databasePages()).isEqualTo(4);
        assertThat(read.pageSize()).isEqualTo(PAGE);
        assertThat(read.end()).isEqualTo(Files.size(file)).isEqualTo(grown.end());
        for (PageLog log : new PageLog[] {grown, read}) {
            assertThat(content(log, 1)).isEqualTo('a');
            assertThat(content(log, 3)).isEqualTo('c');
            assertThat(content(log, 4)).isEqualTo('d');
            assertThat(log.at(2)).isNull();
        }
    }

    /// The layout is part of the format: this one was put together by hand.
    @Test
    void hasTheLayoutThatIsWrittenDown() throws IOException {
        PageLog log = PageLog.read(file, COPY);
        add(log, 7, Map.of(5, page('x')));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(new String(bytes.array(), 0, 8, StandardCharsets.US_ASCII)).isEqualTo("SLPAGES1");
        assertThat(new int[] {bytes.getInt(8), bytes.getInt(12), bytes.getInt(16), bytes.getInt(20)})
                .containsExactly(PAGE, 1, 7, 3);
        assertThat(new long[] {bytes.getLong(24), bytes.getLong(32)}).containsExactly(41, 2);
        assertThat(HexFormat.of().formatHex(bytes.array(), 40, 72)).isEqualTo(COPY);
        assertThat(HexFormat.of().formatHex(bytes.array(), 72, 104)).isEqualTo(sha256(bytes.slice(0, 72)));
        assertThat(bytes.getInt(104)).isEqualTo(5);
        assertThat(bytes.get(108)).isEqualTo((byte) 'x');
        assertThat(bytes.limit()).isEqualTo(104 + 4 + PAGE + 32);
        assertThat(HexFormat.of().formatHex(bytes.array(), 108 + PAGE, bytes.limit()))
                .isEqualTo(sha256(bytes.slice(0, 108 + PAGE)));
        assertThat(PageLog.read(file, COPY).databaseState()).contains(STATE);
    }

    @Test
    void takesAnInterruptedChangeForNone() throws IOException {
        PageLog grown = PageLog.read(file, COPY);
        add(grown, 3, Map.of(1, page('a')));
        long whole = Files.size(file);
        add(grown, 3, Map.of(1, page('b')));
        byte[] all = Files.readAllBytes(file);

        for (int length = (int) whole + 1; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            PageLog read = PageLog.read(file, COPY);
            assertThat(read.state()).as("of %d bytes", length).isEqualTo(PageLog.State.TORN);
            assertThat(read.end()).isEqualTo(whole);
            assertThat(content(read, 1)).isEqualTo('a');
        }
    }

    /// A file that has its new length and, after a power cut, nothing where it grew.
    @Test
    void takesAChangeThatEndsInNothingForInterrupted() throws IOException {
        PageLog grown = PageLog.read(file, COPY);
        add(grown, 3, Map.of(1, page('a')));
        long whole = Files.size(file);
        add(grown, 3, Map.of(1, page('b'), 2, page('c')));
        byte[] all = Files.readAllBytes(file);

        for (int from = (int) whole; from < all.length - 32; from++) {
            byte[] cut = all.clone();
            Arrays.fill(cut, from, cut.length, (byte) 0);
            Files.write(file, cut);
            PageLog read = PageLog.read(file, COPY);
            assertThat(read.state()).as("nothing from byte %d on", from).isEqualTo(PageLog.State.TORN);
            assertThat(content(read, 1)).isEqualTo('a');
        }
    }

    @Test
    void goesOnAfterAnInterruptedChange() throws IOException {
        PageLog grown = PageLog.read(file, COPY);
        add(grown, 3, Map.of(1, page('a')));
        Files.write(file, new byte[100], StandardOpenOption.APPEND);

        PageLog read = PageLog.read(file, COPY);
        ByteBuffer change = read.change(PAGE, 3, STATE, new TreeMap<>(Map.of(1, page('b'))));
        new LocalFileStore().append(file, read.end(), change.duplicate());

        PageLog again = PageLog.read(file, COPY);
        assertThat(again.state()).isEqualTo(PageLog.State.WHOLE);
        assertThat(content(again, 1)).isEqualTo('b');
    }

    @Test
    void noticesEveryChangedByte() throws IOException {
        PageLog grown = PageLog.read(file, COPY);
        add(grown, 3, Map.of(1, page('a')));
        add(grown, 3, Map.of(2, page('b')));
        byte[] all = Files.readAllBytes(file);

        for (int at = 0; at < all.length; at++) {
            byte[] changed = all.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(PageLog.read(file, COPY).state()).as("byte %d", at).isEqualTo(PageLog.State.DAMAGED);
        }
    }

    @Test
    void belongsToOneCopy() throws IOException {
        add(PageLog.read(file, COPY), 3, Map.of(1, page('a')));

        assertThat(PageLog.read(file, "cd".repeat(32)).state()).isEqualTo(PageLog.State.DAMAGED);
    }

    private void add(PageLog log, int databasePages, Map<Integer, ByteBuffer> pages) throws IOException {
        ByteBuffer change = log.change(PAGE, databasePages, STATE, new TreeMap<>(pages));
        byte[] bytes = new byte[change.remaining()];
        change.duplicate().get(bytes);
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        log.grow(change);
    }

    private static ByteBuffer page(char content) {
        byte[] bytes = new byte[PAGE];
        Arrays.fill(bytes, (byte) content);
        return ByteBuffer.wrap(bytes);
    }

    private char content(PageLog log, int page) throws IOException {
        Long at = Objects.requireNonNull(log.at(page), "the page is in the log");
        return (char) Files.readAllBytes(file)[Math.toIntExact(at)];
    }

    private static String sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
