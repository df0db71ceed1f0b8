package dev.spartanlake.source;

import static dev.spartanlake.source.Containers.gzip;
import static dev.spartanlake.source.Containers.join;
import static dev.spartanlake.source.Containers.utf8;
import static dev.spartanlake.source.Containers.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressedFileTest {

    private static final String LINES = "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n";

    @TempDir
    Path directory;

    @Test
    void readsDocumentsAndLinesOutOfBothCompressions() throws IOException {
        Pulled pulled = Pulled.from(
                write("a.json.gz", gzip("{\"a\":1}")),
                write("b.jsonl.gz", gzip("{\"a\":2}\n{\"a\":3}")),
                write("c.json.zst", zstd("{\"a\":4}")),
                write("d.NDJSON.ZST", zstd("{\"a\":5}\r\n{\"a\":6}\r\n")));

        assertThat(pulled.texts())
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}", "{\"a\":5}", "{\"a\":6}");
        assertThat(pulled.names().get(1)).endsWith("/b.jsonl.gz:1");
        assertThat(pulled.refusals()).isEmpty();
    }

    @Test
    void readsEveryMemberOfGzipDataAsOneText() throws IOException {
        byte[] members = join(gzip("{\"a\":1}\n{\"a\""), gzip(""), gzip(":2}\n"), gzip("{\"a\":3}\n"), new byte[700]);

        assertThat(Pulled.from(write("a.ndjson.gz", members)).texts())
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void readsEveryFrameOfZstdDataAsOneText() throws IOException {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 'h', 'i'};
        byte[] frames = join(skippable, zstd("{\"a\":1}\n{\"a\""), skippable, zstd(":2}\n"), zstd("{\"a\":3}\n"));

        assertThat(Pulled.from(write("a.ndjson.zst", frames)).texts())
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void understandsAllOptionalFieldsOfAGzipHeader() throws IOException {
        byte[] packed = gzip("{\"a\":1}");
        byte[] header = Arrays.copyOf(packed, 10);
        header[3] = 0b11110;
        byte[] fields = join(new byte[] {3, 0, 1, 2, 3}, utf8("name\0comment\0"), new byte[] {9, 9});
        byte[] body = Arrays.copyOfRange(packed, 10, packed.length);

        assertThat(Pulled.from(write("a.json.gz", join(header, fields, body))).texts())
                .containsExactly("{\"a\":1}");
    }

    @Test
    void deliversTheLinesBeforeAnyTruncationAndRefusesTheRest() throws IOException {
        byte[] packed = join(gzip(LINES.substring(0, 12)), gzip(LINES.substring(12)));

        for (int length = 0; length < packed.length; length++) {
            assertTruncated("a.ndjson.gz", Arrays.copyOf(packed, length), length == memberEnd(packed));
        }
    }

    @Test
    void deliversTheLinesBeforeATruncationOfZstdDataToo() throws IOException {
        byte[] first = zstd(LINES.substring(0, 12));
        byte[] packed = join(first, zstd(LINES.substring(12)));

        for (int length = 0; length < packed.length; length++) {
            assertTruncated("a.ndjson.zst", Arrays.copyOf(packed, length), length == first.length);
        }
    }

    /// A prefix of the packed lines yields a prefix of the lines, then one refusal; none only where a member ends.
    private void assertTruncated(String name, byte[] prefix, boolean whole) throws IOException {
        Pulled pulled = Pulled.from(write(name, prefix));

        List<String> expected =
                IntStream.rangeClosed(1, 3).mapToObj(i -> "{\"a\":" + i + "}").toList();
        List<String> complete = whole ? pulled.texts().subList(0, pulled.texts().size() - 1) : pulled.texts();
        assertThat(complete).as("%d bytes", prefix.length).isEqualTo(expected.subList(0, complete.size()));
        assertThat(pulled.refused()).as("%d bytes", prefix.length).hasSize(whole ? 0 : 1);
    }

    private static int memberEnd(byte[] packed) {
        return Containers.indexOf(packed, new byte[] {0x1F, (byte) 0x8B}, 1);
    }

    @Test
    void savesWhatWasReadOfALineBeforeATruncation() throws IOException {
        byte[] packed = join(gzip("{\"a\":1}\n{\"b\":"), Arrays.copyOf(gzip("2}\n"), 5));
        Path file = write("a.ndjson.gz", packed);

        Pulled pulled = Pulled.from(file);

        assertThat(pulled.texts()).containsExactly("{\"a\":1}");
        assertThat(pulled.refusals())
                .containsExactly(Pulled.nameOf(file) + ":2: expected complete gzip data, found data that ends early");
        SourceItem.Refused refused = pulled.refused().getFirst();
        assertThat(refused.excerpt().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{\"b\":");
        assertThat(refused.excerpt().complete()).isFalse();
        assertThat(refused.whole()).isEqualTo(file);
    }

    @Test
    void refusesADocumentWhoseChecksumDoesNotMatchAndSavesIt() throws IOException {
        byte[] packed = gzip("{\"a\":1}");
        packed[packed.length - 8] ^= 1;
        Path file = write("a.json.gz", packed);

        Pulled pulled = Pulled.from(file);

        assertThat(pulled.documents()).isEmpty();
        assertThat(pulled.refusals())
                .containsExactly(
                        Pulled.nameOf(file) + ": expected intact gzip data, found a checksum that does not match");
        assertThat(pulled.refused().getFirst().excerpt().bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void refusesDamagedZstdData() throws IOException {
        byte[] packed = zstd("{\"a\":\"" + "spartan ".repeat(20) + "\"}");
        packed[8] ^= 0x7F;

        Pulled pulled = Pulled.from(write("a.json.zst", packed));

        assertThat(pulled.documents()).isEmpty();
        assertThat(pulled.refusals()).singleElement().asString().contains(": expected intact zstd data, found ");
    }

    @Test
    void refusesGarbageBehindGzipDataInsteadOfIgnoringIt() throws IOException {
        Path file = write("a.ndjson.gz", join(gzip(LINES), utf8("garbage")));

        Pulled pulled = Pulled.from(file);

        assertThat(pulled.texts()).hasSize(3);
        assertThat(pulled.refusals())
                .containsExactly(
                        Pulled.nameOf(file) + ":4: expected gzip data, found data that begins with 67 61 72 62");
    }

    @Test
    void refusesWhatIsNotCompressedAsItsNameSays() throws IOException {
        Path gzip = write("a.json.gz", utf8("{\"a\":1}"));
        Path zstd = write("b.ndjson.zst", gzip("{\"a\":1}"));
        Path empty = write("c.json.gz", new byte[0]);
        Path nothing = write("d.json.zst", new byte[0]);

        assertThat(Pulled.from(gzip, zstd, empty, nothing).refusals())
                .containsExactly(
                        Pulled.nameOf(gzip) + ": expected gzip data, found data that begins with 7b 22 61 22",
                        Pulled.nameOf(zstd) + ": expected zstd data, found data that begins with 1f 8b 08 00",
                        Pulled.nameOf(empty) + ": expected gzip data, found no data at all",
                        Pulled.nameOf(nothing) + ": expected zstd data, found no data at all");
    }

    @Test
    void goesOnWithTheNextFileAfterADamagedOne() throws IOException {
        Pulled pulled = Pulled.from(
                write("a.json.gz", Arrays.copyOf(gzip("{\"a\":1}"), 12)), write("b.json.gz", gzip("{\"a\":2}")));

        assertThat(pulled.refused()).hasSize(1);
        assertThat(pulled.texts()).containsExactly("{\"a\":2}");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }
}
