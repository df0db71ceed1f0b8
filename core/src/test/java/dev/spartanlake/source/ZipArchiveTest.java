package dev.spartanlake.source;

import static dev.spartanlake.source.Containers.gzip;
import static dev.spartanlake.source.Containers.storedZip;
import static dev.spartanlake.source.Containers.utf8;
import static dev.spartanlake.source.Containers.zip;
import static dev.spartanlake.source.Containers.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {

    @TempDir
    Path directory;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @BeforeEach
    void fillArchive() {
        entries.put("z.json", utf8("{\"a\":1}"));
        entries.put("empty/", new byte[0]);
        entries.put("deep/er/b.ndjson", utf8("{\"a\":2}\r\n\r\n{\"a\":3}"));
        entries.put("deep/c.json.gz", gzip("{\"a\":4}"));
        entries.put("deep/readme.txt", utf8("hello"));
        entries.put("d.jsonl.zst", zstd("{\"a\":5}\n{\"a\":6}\n"));
        entries.put("__MACOSX/deep/._z.json", utf8("fork"));
        entries.put("deep/._z.json", utf8("fork"));
        entries.put("./a.JSON", utf8("\uFEFF{\"a\":7}"));
    }

    @Test
    void readsDocumentsOfEveryKindInStoredOrder() throws IOException {
        Path archive = write(zip(entries));

        assertYieldsAllDocuments(Pulled.from(archive), Pulled.nameOf(archive));
    }

    @Test
    void readsUncompressedEntries() throws IOException {
        Path archive = write(storedZip(entries));

        assertYieldsAllDocuments(Pulled.from(archive), Pulled.nameOf(archive));
    }

    @Test
    void readsTheSameFromAPipe() {
        assertYieldsAllDocuments(Pulled.fromStandardInput(zip(entries)), "-");
        assertYieldsAllDocuments(Pulled.fromStandardInput(storedZip(entries)), "-");
    }

    @Test
    void readsAnArchiveWithAnotherExtension() throws IOException {
        Path archive = Files.write(directory.resolve("matches.backup"), zip(entries));

        assertYieldsAllDocuments(Pulled.from(archive), Pulled.nameOf(archive));
    }

    private static void assertYieldsAllDocuments(Pulled pulled, String archive) {
        assertThat(pulled.refusals()).isEmpty();
        assertThat(pulled.texts())
                .containsExactly(
                        "{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}", "{\"a\":5}", "{\"a\":6}", "{\"a\":7}");
        assertThat(pulled.names())
                .containsExactly(
                        archive + "!z.json",
                        archive + "!deep/er/b.ndjson:1",
                        archive + "!deep/er/b.ndjson:3",
                        archive + "!deep/c.json.gz",
                        archive + "!d.jsonl.zst:1",
                        archive + "!d.jsonl.zst:2",
                        archive + "!./a.JSON");
        assertThat(pulled.skippedFiles()).isEqualTo(1);
    }

    @Test
    void saysWhichFileADocumentWasIn() throws IOException {
        Path archive = write(zip(entries));

        assertThat(Pulled.from(archive).documents())
                .allSatisfy(document -> assertThat(document.file()).isEqualTo(archive));
    }

    @Test
    void readsMoreEntriesThanTheClassicFormatCounts() throws IOException {
        int count = 66_000;
        Path archive = directory.resolve("wide.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(i + (i % 1000 == 0 ? ".json" : ".txt")));
                zip.write('1');
            }
        }

        Pulled pulled = Pulled.from(archive);

        assertThat(pulled.refusals()).isEmpty();
        assertThat(pulled.documents()).hasSize(66);
        assertThat(pulled.skippedFiles()).isEqualTo(count - 66);
    }

    @Test
    void findsNothingInAnEmptyArchive() throws IOException {
        byte[] empty = zip(Map.of());

        assertThat(Pulled.from(write(empty)).items()).isEmpty();
        assertThat(Pulled.fromStandardInput(empty).items()).isEmpty();
    }

    @Test
    void readsAnArchiveWithACommentThatLooksLikeItsEnd() throws IOException {
        Path archive = directory.resolve("comment.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("PK\5\6" + "x".repeat(30));
            zip.putNextEntry(new ZipEntry("a.json"));
            zip.write(utf8("{\"a\":1}"));
        }

        assertThat(Pulled.from(archive).texts()).containsExactly("{\"a\":1}");
    }

    @Test
    void readsNamesOfAnOldCodePageAndOfWindows() throws IOException {
        byte[] archive = zip(Map.of("folder?b?.json", utf8("{\"a\":1}")));
        for (int i = 0; i < archive.length; i++) {
            if (archive[i] == '?') {
                archive[i] = archive[i - 1] == 'r' ? (byte) '\\' : (byte) 0x82;
            }
        }

        assertThat(Pulled.from(write(archive)).names().getFirst())
                .endsWith("!folder/b\u0082.json".replace('\u0082', '\uFFFD'));
    }

    @Test
    void showsNoControlCharactersOfANameToTheTerminal() throws IOException {
        Path archive = write(zip(Map.of("a\u001B[2J\n.json", utf8("{}"))));

        assertThat(Pulled.from(archive).names()).containsExactly(Pulled.nameOf(archive) + "!a\uFFFD[2J\uFFFD.json");
    }

    @Test
    void countsTheWholeArchiveAsReadInTheEnd() throws IOException {
        Path archive = write(zip(entries));

        Pulled pulled = Pulled.from(archive);

        assertThat(pulled.totalBytes()).isEqualTo(Files.size(archive));
        assertThat(pulled.bytesRead()).isEqualTo(pulled.totalBytes());
    }

    @Test
    void readsDeflatedEntriesFromAPipeWhoseSizesStandInFront() {
        byte[] content = utf8("{\"a\":\"" + "spartan".repeat(50) + "\"}");
        byte[] archive = new HandmadeZip()
                .entry("a.json", content)
                .entry("b.json", content)
                .bytes();

        Pulled pulled = Pulled.from(SourceLimits.defaults(), new ByteArrayInputStream(archive), List.of("-"));

        assertThat(pulled.refusals()).isEmpty();
        assertThat(pulled.documents())
                .hasSize(2)
                .allSatisfy(document -> assertThat(document.bytes()).isEqualTo(content));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("archive.zip"), bytes);
    }
}
