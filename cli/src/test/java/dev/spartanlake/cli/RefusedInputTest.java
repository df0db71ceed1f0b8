package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Bad input through the whole program: one clear line, exit code 3, the rest stored, the bad kept with its reason.
class RefusedInputTest {

    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(3);
    private static final String XUID = Long.toString(PLAN.players().getFirst().xuid());
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CORE = "/Players/0/PlayerTeamStats/0/Stats/CoreStats/";
    private static final String GUID = "a GUID";

    /// More than may be in memory at once, with hardly a byte on disk.
    private static final long TWO_GIGABYTES = 2L << 30;

    @TempDir
    private Path directory;

    private Path warehouse;
    private List<byte[]> documents;

    @BeforeEach
    void generate() throws IOException {
        warehouse = directory.resolve("warehouse");
        documents = new ArrayList<>();
        for (GeneratedDocument document : Career.of(PLAN)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.writeTo(out);
            documents.add(out.toByteArray());
        }
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of("/MatchId", "", "a value, found missing"),
                Arguments.of("/MatchId", "\"42\"", GUID + ", found \"42\""),
                Arguments.of("/MatchInfo/StartTime", "", "a value, found missing"),
                Arguments.of("/MatchInfo/StartTime", "\"yesterday\"", "found \"yesterday\""),
                Arguments.of("/Players/0/PlayerId", "", "a value, found missing"),
                Arguments.of("/Players/0/PlayerId", "\"me\"", "found \"me\""),
                Arguments.of(CORE + "Kills", "-1", "an integer from 0 to 32767, found -1"),
                Arguments.of(CORE + "Accuracy", "100.5", "a percentage from 0 to 100, found 100.5"),
                Arguments.of(CORE + "Accuracy", "-0.5", "a percentage from 0 to 100, found -0.5"),
                Arguments.of(CORE + "Deaths", "32768", "an integer from 0 to 32767, found 32768"),
                Arguments.of(CORE + "DamageDealt", "99999999999", "found 99999999999"),
                Arguments.of(CORE + "KDA", "1e400", "found 1E+400"),
                Arguments.of(CORE + "Assists", "2.5", "found 2.5"),
                Arguments.of(CORE + "Assists", "\"two\"", "found \"two\""));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void refusesADocumentThatBreaksARule(String pointer, String value, String rule) throws IOException {
        assertRefusedAlone(with(documents.get(1), pointer, value), " at " + pointer + ": expected ", rule);
    }

    static Stream<Arguments> brokenTexts() {
        return Stream.of(
                Arguments.of(
                        "not JSON", bytes("<html>404</html>"), "JSON, found '<html>404</html>' at line 1, column 1"),
                Arguments.of("a list", bytes("[]"), "an object, found []"),
                Arguments.of("a text after the document", bytes("{} {}"), "expected"),
                Arguments.of("an empty file", new byte[0], "expected"),
                Arguments.of(
                        "deep nesting",
                        bytes("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
                        "200 levels of nesting"),
                Arguments.of(
                        "a name twice",
                        bytes("{\"MatchId\":\"x\",\"MatchId\":\"x\"}"),
                        "each key once in an object, found \"MatchId\" again"),
                Arguments.of("UTF-16", "{\"MatchId\":\"é\"}".getBytes(StandardCharsets.UTF_16), "UTF-8"),
                Arguments.of("Latin-1", "{\"MatchId\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1), "UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTexts")
    void refusesWhatIsNoDocument(String what, byte[] broken, String reason) throws IOException {
        assertRefusedAlone(broken, "", reason);
    }

    @Test
    void refusesATruncatedDocument() throws IOException {
        assertRefusedAlone(Arrays.copyOf(documents.get(1), documents.get(1).length / 2), "", "expected");
    }

    @Test
    void refusesWhatIsTooLargeForMemory() throws IOException {
        Path huge = write("b.json", documents.get(1));
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(TWO_GIGABYTES);
        }
        write("a.json", documents.get(0));
        write("c.json", documents.get(2));

        Run run = ingest();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("3 documents read: 2 new, 0 updated, 0 unchanged, 1 refused; ");
        assertThat(run.err()).startsWith("refused: " + huge + ": expected ");
        Path beginning = kept().getFirst();
        assertThat(kept()).hasSize(1);
        assertThat(beginning).hasSize(64 * 1024).asString().endsWith(".beginning");
        assertThat(reason(beginning))
                .startsWith(huge + ": expected a document of at most 16777216 bytes, found 2147483648 bytes\n")
                .contains("Only the first 65536 bytes are kept here");
        assertThat(huge).hasSize(TWO_GIGABYTES);
        // No later ingest of the quarantine takes the beginning for a document.
        assertThat(Run.in(warehouse, "ingest", quarantine().toString()).code()).isZero();
    }

    @Test
    void storesWhatComesBeforeABreakInACompressedFile() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(text, true)) {
            out.write(lines(documents.get(0)));
            out.flush();
            text.flush();
        }
        byte[] packed = text.toByteArray();
        Path file = write("cut.ndjson.gz", Arrays.copyOf(packed, packed.length - 6));
        write("d.json", documents.get(1));

        Run run = ingest();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("3 documents read: 2 new, 0 updated, 0 unchanged, 1 refused; ");
        assertThat(run.err()).startsWith("refused: " + file);
        assertThat(kept()).singleElement().satisfies(copy -> assertThat(copy).hasSameBinaryContentAs(file));
    }

    @Test
    void takesAMendedDocumentOutOfQuarantine() throws IOException {
        write("broken.json", with(documents.get(1), CORE + "Kills", "-1"));
        ingest();
        Path kept = kept().getFirst();

        Files.write(kept, with(documents.get(1), CORE + "Deaths", "-2"));
        Run stillBroken = Run.in(warehouse, "ingest", kept.toString(), "--player", XUID);
        assertThat(stillBroken.code()).isEqualTo(3);
        assertThat(kept()).containsExactly(kept);
        assertThat(reason(kept)).contains(CORE + "Deaths: expected ").doesNotContain("Kills");

        Files.write(kept, documents.get(1));
        Run mended = Run.in(warehouse, "ingest", kept.toString(), "--player", XUID);

        assertThat(mended.code()).isZero();
        assertThat(mended.out()).startsWith("1 document read: 1 new");
        assertThat(quarantine()).isEmptyDirectory();
        assertThat(matches()).isEqualTo("n\r\n1\r\n");
    }

    @Test
    void keepsAFileInQuarantineUntilAllOfItIsAccepted() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(text)) {
            out.write(lines(documents.get(0), documents.get(1)));
        }
        byte[] packed = text.toByteArray();
        write("cut.ndjson.gz", Arrays.copyOf(packed, packed.length - 6));
        ingest();
        Path kept = kept().getFirst();

        Run unmended = Run.in(warehouse, "ingest", quarantine().toString(), "--player", XUID);
        assertThat(unmended.code()).isEqualTo(3);
        assertThat(kept()).containsExactly(kept);

        Files.delete(kept);
        Files.write(kept, packed);
        Run mended = Run.in(warehouse, "ingest", quarantine().toString(), "--player", XUID);
        assertThat(mended.code()).isZero();
        assertThat(kept()).isEmpty();
    }

    @Test
    void strictStoresNothingAndKeepsNothing() throws IOException {
        write("a.json", documents.get(0));
        write("b.json", bytes("[]"));

        Run run = Run.in(warehouse, "ingest", input().toString(), "--player", XUID, "--strict");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("refused: ").contains("Nothing was stored, because --strict");
        assertThat(matches()).isEqualTo("n\r\n0\r\n");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aDryRunTellsWhatWouldBeRefused() throws IOException {
        write("a.json", documents.get(0));
        write("b.json", bytes("[]"));

        Run run = Run.in(warehouse, "ingest", input().toString(), "--dry-run");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("Dry run, nothing was changed. 2 documents read: 1 new, 0 updated, 0 unchanged, 1");
        assertThat(run.err()).startsWith("refused: ");
        assertThat(warehouse).doesNotExist();
    }

    /// Ingests the broken text as the second of three documents.
    private void assertRefusedAlone(byte[] broken, String place, String reason) throws IOException {
        write("a.json", documents.get(0));
        Path file = write("b.json", broken);
        write("c.json", documents.get(2));

        Run run = ingest();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("3 documents read: 2 new, 0 updated, 0 unchanged, 1 refused; ");
        String line = run.err().lines().findFirst().orElseThrow();
        assertThat(line).startsWith("refused: " + file + place).contains(": expected ", reason);
        assertThat(line.length()).isLessThan(file.toString().length() + 350);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(matches()).isEqualTo("n\r\n2\r\n");
        Path kept = kept().getFirst();
        assertThat(kept).hasBinaryContent(broken);
        assertThat(kept()).hasSize(1);
        assertThat(reason(kept)).contains(reason);
    }

    private Path input() {
        return directory.resolve("input");
    }

    private Path quarantine() {
        return warehouse.resolve("quarantine");
    }

    private Run ingest() {
        return Run.in(warehouse, "ingest", input().toString(), "--player", XUID);
    }

    private String matches() {
        return Run.in(warehouse, "sql", "--format", "csv", "SELECT count(*) AS n FROM match_documents")
                .out();
    }

    private Path write(String name, byte[] content) throws IOException {
        Files.createDirectories(input());
        return Files.write(input().resolve(name), content);
    }

    /// The documents in quarantine, without their reasons.
    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(quarantine())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(quarantine())) {
            return files.filter(file -> !file.toString().endsWith(".reason.txt"))
                    .toList();
        }
    }

    private static String reason(Path kept) throws IOException {
        return Files.readString(kept.resolveSibling(kept.getFileName() + ".reason.txt"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(byte[]... documents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] document : documents) {
            out.writeBytes(document);
            out.write('\n');
        }
        return out.toByteArray();
    }

    /// The document with another value, as JSON text, at a pointer; without one if the text is empty.
    private static byte[] with(byte[] document, String pointer, String value) {
        ObjectNode tree = (ObjectNode) JSON.readTree(document);
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) tree.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (value.isEmpty()) {
            parent.remove(name);
            return bytes(JSON.writeValueAsString(tree));
        }
        // As text, because no tree holds 1e400.
        parent.put(name, "\u0000here");
        return bytes(JSON.writeValueAsString(tree).replace("\"\\u0000here\"", value));
    }
}
