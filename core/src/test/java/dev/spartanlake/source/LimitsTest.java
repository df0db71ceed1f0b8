package dev.spartanlake.source;

import static dev.spartanlake.source.Containers.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    private static final long TWO_GIBIBYTES = 2L << 30;
    private static final long MEBIBYTE = 1L << 20;
    private static final SourceLimits SMALL = new SourceLimits(20, 1 << 20, 200, 100);
    private static final SourceLimits MEDIUM = new SourceLimits(MEBIBYTE, 1 << 30, 200, 100);

    @TempDir
    Path directory;

    @Test
    void refusesAHugeDocumentByItsSizeAlone() throws IOException {
        Path file = sparse("huge.json");
        Path next = Files.writeString(directory.resolve("next.json"), "{}");

        Pulled pulled = allocatingAtMost(2 * MEBIBYTE, () -> Pulled.from(file, next));

        assertThat(pulled.refusals())
                .containsExactly(Pulled.nameOf(file)
                        + ": expected a document of at most 67108864 bytes, found 2147483648 bytes");
        SourceItem.Refused refused = pulled.refused().getFirst();
        assertThat(refused.whole()).isEqualTo(file);
        assertThat(refused.excerpt().bytes()).hasSize(Excerpt.CUT_BYTES);
        assertThat(refused.excerpt().complete()).isFalse();
        assertThat(pulled.texts()).containsExactly("{}");
        assertThat(pulled.bytesRead()).isEqualTo(TWO_GIBIBYTES + 2);
    }

    @Test
    void refusesAHugeFileWhateverItIsNamed() throws IOException {
        Path lines = sparse("huge.ndjson");
        Path unknown = sparse("huge");

        Pulled pulled = Pulled.from(SMALL, lines, unknown);

        assertThat(pulled.refusals())
                .hasSize(2)
                .allSatisfy(
                        sentence -> assertThat(sentence)
                                .endsWith(
                                        ": expected UTF-8 text, found NUL bytes, as UTF-16 text or an unwritten file has them"));
        assertThat(pulled.refused()).extracting(SourceItem.Refused::file).containsExactly(lines, unknown);
    }

    @Test
    void passesOverAnOversizedLineWithoutHoldingItAndReadsTheNext() {
        InputStream input = concatenated(
                new ByteArrayInputStream(utf8("{\"a\":1}\n{\"b\":\"")),
                new Repeated((byte) 'x', 500 * MEBIBYTE),
                new ByteArrayInputStream(utf8("\"}\r\n{\"a\":2}\n")));

        Pulled pulled = allocatingAtMost(12 * MEBIBYTE, () -> Pulled.from(MEDIUM, input, List.of("-")));

        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(pulled.names()).containsExactly("-:1", "-:3");
        assertThat(pulled.refusals())
                .containsExactly("-:2: expected a line of at most 1048576 bytes, found 524288009 bytes");
        assertThat(pulled.refused().getFirst().excerpt().bytes())
                .hasSize(Excerpt.CUT_BYTES)
                .startsWith(utf8("{\"b\":\"xxx"));
        assertThat(pulled.refused().getFirst().whole()).isNull();
    }

    @Test
    void acceptsALineOfExactlyTheLimitAndRefusesOneByteMore() throws IOException {
        String exact = "{\"a\":\"" + "x".repeat(12) + "\"}";
        String longer = "{\"a\":\"" + "x".repeat(13) + "\"}";
        Path file = Files.writeString(
                directory.resolve("a.ndjson"), exact + "\r\n" + longer + "\r\n\uFEFF" + exact + "\n" + longer);

        Pulled pulled = Pulled.from(SMALL, file);

        assertThat(pulled.texts()).containsExactly(exact, exact);
        assertThat(pulled.refused())
                .extracting(refused -> refused.rejection().source())
                .containsExactly(Pulled.nameOf(file) + ":2", Pulled.nameOf(file) + ":4");
    }

    @Test
    void acceptsADocumentOfExactlyTheLimitAndRefusesOneByteMore() throws IOException {
        byte[] exact = utf8("{\"a\":\"" + "x".repeat(12) + "\"}");
        byte[] longer = utf8("{\"a\":\"" + "x".repeat(13) + "\"}");
        Path plain = Files.write(directory.resolve("a.json"), longer);
        Path packed = Files.write(directory.resolve("b.json.gz"), Containers.gzip(longer));
        Path fitting = Files.write(directory.resolve("c.json.gz"), Containers.gzip(exact));
        Path other = Files.write(directory.resolve("d.json"), exact);

        Pulled pulled = Pulled.from(SMALL, plain, packed, fitting, other);

        assertThat(pulled.documents())
                .hasSize(2)
                .allSatisfy(document -> assertThat(document.bytes()).isEqualTo(exact));
        assertThat(pulled.refusals())
                .containsExactly(
                        Pulled.nameOf(plain) + ": expected a document of at most 20 bytes, found 21 bytes",
                        Pulled.nameOf(packed) + ": expected a document of at most 20 bytes, found more");
        assertThat(pulled.refused()).extracting(SourceItem.Refused::file).containsExactly(plain, packed);
    }

    @Test
    void readsTheLinesOfAFileThatIsTooLongForTheOneDocumentItIsNamedFor() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");

        assertThat(Pulled.from(SMALL, file).texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void stopsExpandingAGzipBombAndGoesOn() throws IOException {
        Path bomb = directory.resolve("bomb.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            writeBomb(out);
        }
        Path next = Files.writeString(directory.resolve("next.json"), "{}");

        assertDefused(allocatingAtMostAgain(4 * MEBIBYTE, () -> Pulled.from(MEDIUM, bomb, next)), Pulled.nameOf(bomb));
    }

    @Test
    void stopsExpandingAZstdBombAndGoesOn() throws IOException {
        Path bomb = directory.resolve("bomb.jsonl.zst");
        try (OutputStream out = new ZstdOutputStreamNoFinalizer(Files.newOutputStream(bomb))) {
            writeBomb(out);
        }
        Path next = Files.writeString(directory.resolve("next.json"), "{}");

        assertDefused(allocatingAtMostAgain(4 * MEBIBYTE, () -> Pulled.from(MEDIUM, bomb, next)), Pulled.nameOf(bomb));
    }

    @Test
    void stopsExpandingABombInAnArchiveAndReadsTheEntriesAfterIt() throws IOException {
        Path archive = directory.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb.ndjson"));
            writeBomb(zip);
            zip.putNextEntry(new ZipEntry("next.json"));
            zip.write(utf8("{}"));
        }

        assertDefused(
                allocatingAtMostAgain(4 * MEBIBYTE, () -> Pulled.from(MEDIUM, archive)),
                Pulled.nameOf(archive) + "!bomb.ndjson");
    }

    @Test
    void refusesACompressedBombOfADocumentWithinTheLimitOfADocument() throws IOException {
        Path bomb = directory.resolve("bomb.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            writeBomb(out);
        }

        Pulled pulled = allocatingAtMost(6 * MEBIBYTE, () -> Pulled.from(MEDIUM, bomb));

        assertThat(pulled.refusals())
                .containsExactly(Pulled.nameOf(bomb) + ": expected a document of at most 1048576 bytes, found more");
    }

    @Test
    void believesWhatCompressesWellButIsShort() throws IOException {
        byte[] document = new byte[(int) (10 * MEBIBYTE)];
        Arrays.fill(document, (byte) ' ');
        document[0] = '{';
        document[document.length - 1] = '}';
        Path file = Files.write(directory.resolve("a.json.gz"), Containers.gzip(document));

        assertThat(Pulled.from(file).documents())
                .singleElement()
                .satisfies(read -> assertThat(read.bytes()).isEqualTo(document));
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> new SourceLimits(0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("documentBytes must be from 1 to 2147482623, not 0");
        assertThatThrownBy(() -> new SourceLimits(TWO_GIBIBYTES, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("documentBytes must be from 1 to 2147482623, not 2147483648");
        assertThatThrownBy(() -> new SourceLimits(1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limits must be positive, not 1, 0 and 1");
    }

    private static void assertDefused(Pulled pulled, String bomb) {
        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "{}");
        assertThat(pulled.refusals())
                .singleElement()
                .asString()
                .startsWith(bomb + ":")
                .contains(": expected data that expands to at most 200 times its compressed size, found ");
    }

    /// One good line, then forty mebibytes of blank ones.
    private static void writeBomb(OutputStream out) throws IOException {
        byte[] blank = new byte[(int) MEBIBYTE];
        Arrays.fill(blank, (byte) ' ');
        blank[0] = '\n';
        out.write(utf8("{\"a\":1}\n"));
        for (int i = 0; i < 40; i++) {
            out.write(blank);
        }
    }

    private Path sparse(String name) throws IOException {
        Path file = directory.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(TWO_GIBIBYTES);
        }
        return file;
    }

    private static InputStream concatenated(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    /// Reads, and checks that far less was allocated than holding the input would take.
    private static Pulled allocatingAtMost(long bytes, Supplier<Pulled> reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Pulled pulled = reading.get();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes);
        return pulled;
    }

    /// The same for a second reading: classes that the first one loads do not count.
    private static Pulled allocatingAtMostAgain(long bytes, Supplier<Pulled> reading) {
        Pulled first = reading.get();
        Pulled second = allocatingAtMost(bytes, reading);
        assertThat(second.refusals()).isEqualTo(first.refusals());
        return second;
    }

    private static final class Repeated extends InputStream {

        private final byte content;
        private long remaining;

        private Repeated(byte content, long count) {
            this.content = content;
            this.remaining = count;
        }

        @Override
        public int read() {
            return remaining-- > 0 ? content : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (remaining <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, remaining);
            Arrays.fill(bytes, offset, offset + count, content);
            remaining -= count;
            return count;
        }
    }
}
