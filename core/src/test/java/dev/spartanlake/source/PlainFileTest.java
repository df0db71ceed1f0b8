package dev.spartanlake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFileTest {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @TempDir
    Path directory;

    @Test
    void readsAJsonFileAsOneDocument() throws IOException {
        Path file = write("match.json", "{\n  \"a\": 1\n}\n");

        Pulled pulled = Pulled.from(file);

        assertThat(pulled.texts()).containsExactly("{\n  \"a\": 1\n}\n");
        assertThat(pulled.names()).containsExactly(Pulled.nameOf(file));
        assertThat(pulled.documents().getFirst().file()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"matches.ndjson", "matches.jsonl", "MATCHES.NDJSON"})
    void readsEachLineAsOneDocument(String name) throws IOException {
        Path file = write(name, "{\"a\":1}\n{\"a\":2}\n");

        Pulled pulled = Pulled.from(file);

        String place = Pulled.nameOf(file);
        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(pulled.names()).containsExactly(place + ":1", place + ":2");
        assertThat(pulled.documents())
                .allSatisfy(document -> assertThat(document.file()).isEqualTo(file));
    }

    @Test
    void countsBlankLinesButSkipsThem() throws IOException {
        Path file = write("a.ndjson", "\n \t\r\n{\"a\":1}\n\n\n  {\"a\":2}  \n\n");

        Pulled pulled = Pulled.from(file);

        String place = Pulled.nameOf(file);
        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "  {\"a\":2}  ");
        assertThat(pulled.names()).containsExactly(place + ":3", place + ":6");
        assertThat(pulled.refusals()).isEmpty();
    }

    @Test
    void takesCarriageReturnsForPartOfTheLineEnd() throws IOException {
        Path file = write("a.ndjson", "{\"a\":1}\r\n\r\n{\"a\":2}\r\n{\"a\":3}\r");

        assertThat(Pulled.from(file).texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void readsALastLineThatDoesNotEnd() throws IOException {
        Path file = write("a.ndjson", "{\"a\":1}\n{\"a\":2}");

        assertThat(Pulled.from(file).texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void dropsAByteOrderMarkWhereverFilesWereJoined() throws IOException {
        Path document = write("a.json", BYTE_ORDER_MARK + "{\"a\":1}");
        Path lines = write("a.ndjson", BYTE_ORDER_MARK + "{\"a\":2}\n" + BYTE_ORDER_MARK + "{\"a\":3}\n");

        assertThat(Pulled.from(document, lines).texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void handsOnAnEmptyDocumentForItsReaderToRefuse() throws IOException {
        Path file = write("a.json", "");

        assertThat(Pulled.from(file).texts()).containsExactly("");
    }

    @Test
    void findsNothingInLinesThatAreAllBlank() throws IOException {
        assertThat(Pulled.from(write("a.ndjson", ""), write("b.jsonl", "\n\r\n \n"))
                        .items())
                .isEmpty();
    }

    @Test
    void refusesUtf16AsAWholeAndKeepsAllOfIt() throws IOException {
        Path little = directory.resolve("little.json");
        Files.write(little, (BYTE_ORDER_MARK + "{\"a\":1}").getBytes(StandardCharsets.UTF_16LE));
        Path big = directory.resolve("big.ndjson");
        Files.write(big, (BYTE_ORDER_MARK + "{\"a\":1}\n{\"a\":2}\n").getBytes(StandardCharsets.UTF_16BE));

        Pulled pulled = Pulled.from(little, big);

        String found = ": expected UTF-8 text, found a UTF-16 or UTF-32 byte order mark";
        assertThat(pulled.documents()).isEmpty();
        assertThat(pulled.refusals()).containsExactly(Pulled.nameOf(little) + found, Pulled.nameOf(big) + found);
        assertThat(pulled.refused()).extracting(SourceItem.Refused::file).containsExactly(little, big);
        assertThat(pulled.refused())
                .allSatisfy(refused -> assertThat(refused.excerpt().complete()).isTrue());
        assertThat(pulled.refused().getLast().excerpt().bytes()).isEqualTo(Files.readAllBytes(big));
    }

    @Test
    void refusesUtf16WithoutAMarkToo() throws IOException {
        Path file = directory.resolve("a.ndjson");
        Files.write(file, "{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(Pulled.from(file).refusals())
                .containsExactly(Pulled.nameOf(file)
                        + ": expected UTF-8 text, found NUL bytes, as UTF-16 text or an unwritten file has them");
    }

    @Test
    void saysThatAFileNamedJsonIsCompressed() throws IOException {
        Path file = directory.resolve("a.json");
        Files.write(file, Containers.gzip("{\"a\":1}"));

        assertThat(Pulled.from(file).refusals())
                .containsExactly(Pulled.nameOf(file) + ": expected UTF-8 text, found gzip data");
    }

    @Test
    void readsLinesLongerThanItsBuffers() throws IOException {
        String longLine = "{\"a\":\"" + "x".repeat(700_000) + "\"}";
        Path file = write("a.ndjson", "{\"a\":1}\n" + longLine + "\r\n{\"a\":2}\n" + longLine);

        assertThat(Pulled.from(file).texts()).containsExactly("{\"a\":1}", longLine, "{\"a\":2}", longLine);
    }

    @Test
    void readsTheLinesOfAFileNamedForOneDocument() throws IOException {
        Path file = write("a.json", BYTE_ORDER_MARK + "{\"a\":1}\r\n\r\n{\"a\":2}\nno json\n");
        Path packed = directory.resolve("b.json.gz");
        Files.write(packed, Containers.gzip("{\"a\":3}\n{\"a\":4}"));

        Pulled pulled = Pulled.from(file, packed);

        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "no json", "{\"a\":3}", "{\"a\":4}");
        assertThat(pulled.names())
                .startsWith(Pulled.nameOf(file) + ":1", Pulled.nameOf(file) + ":3", Pulled.nameOf(file) + ":4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\n  \"a\": 1,\n  \"b\": 2\n}\n", "{ \"a\": [1, 2],\n\n\"b\": 2}", "[\n  {\n    \"a\": 1 }\n]"})
    void takesOneDocumentOverManyLinesForOneWhateverItIsNamed(String text) throws IOException {
        assertThat(Pulled.from(write("a.ndjson", text), write("b.json", text)).texts())
                .containsExactly(text, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\n{\"a\":2}\n",
                "{\"a\":[1,\n{\"a\":2}\n",
                "{\"a\":\"x\n{\"a\":2}\n",
                "[1]\n{\"a\":2}\n",
                "\"a\n{\"a\":2}\n"
            })
    void losesOnlyTheDamagedFirstOfPromisedLines(String text) throws IOException {
        assertThat(Pulled.from(write("a.ndjson", text)).texts()).hasSize(2).endsWith("{\"a\":2}");
    }

    @Test
    void looksIntoAFileWithAnotherExtension() throws IOException {
        Path lines = write("export.txt", "{\"a\":1}\n{\"a\":2}\n");
        Path document = write("export", "{\n\"a\":3\n}");
        Path packed = directory.resolve("matches.bin");
        Files.write(packed, Containers.zstd("{\"a\":4}\n{\"a\":5}\n"));

        assertThat(Pulled.from(lines, document, packed).texts())
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\n\"a\":3\n}", "{\"a\":4}", "{\"a\":5}");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
