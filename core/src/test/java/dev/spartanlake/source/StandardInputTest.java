package dev.spartanlake.source;

import static dev.spartanlake.source.Containers.gzip;
import static dev.spartanlake.source.Containers.utf8;
import static dev.spartanlake.source.Containers.zip;
import static dev.spartanlake.source.Containers.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                "{\"a\":1}\n",
                "{\n  \"a\": [\n    {\"b\": 1},\n    {\"b\": 2}\n  ]\n}\n",
                "[\n{\"a\":1},\n{\"a\":2}\n]",
                "{ \"a\":\n{ \"b\": 1 }\n}",
                "\n\n{\"a\": \"}{\\\"\",\r\n\"b\":\r\n[\r\n{}\r\n]}\r\n",
                "<!DOCTYPE html>\n<html>\n</html>\n",
                "42"
            })
    void readsOneDocumentHoweverItIsLaidOut(String text) {
        Pulled pulled = Pulled.fromStandardInput(text);

        assertThat(pulled.texts()).containsExactly(text);
        assertThat(pulled.names()).containsExactly("-");
        assertThat(pulled.documents().getFirst().file()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1};{"a":2}                  | {"a":1};{"a":2}
            {"a":"\\"}{["};{"a":2}           | {"a":"\\"}{["};{"a":2}
            ;{"a":1}; ;{"a":2};              | {"a":1};{"a":2}
            [1,2];garbage                    | [1,2];garbage
            {"a":1,"b":{"c";{"a":2};{"a":3}  | {"a":1,"b":{"c";{"a":2};{"a":3}
            {"a":"cut off;{"a":2}            | {"a":"cut off;{"a":2}
            {"a":1,;{"a":2}                  | {"a":1,;{"a":2}
            {"a":1},;{"a":2},                | {"a":1},;{"a":2},
            # comment;{"a":1}                | # comment;{"a":1}
            """)
    void readsLinesWhereTheContentAllowsNothingElse(String input, String documents) {
        Pulled pulled = Pulled.fromStandardInput(input.replace(';', '\n'));

        assertThat(pulled.texts()).containsExactly(documents.split(";", -1));
        assertThat(pulled.names()).allMatch(name -> name.startsWith("-:"));
    }

    @Test
    void namesLinesAsTheyAreCountedInTheInput() {
        assertThat(Pulled.fromStandardInput("\n{\"a\":1}\n\n{\"a\":2}\n").names())
                .containsExactly("-:2", "-:4");
    }

    @Test
    void recognisesCompressedDataByItsContent() {
        String lines = "{\"a\":1}\n{\"a\":2}\n";

        assertThat(Pulled.fromStandardInput(gzip(lines)).texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(Pulled.fromStandardInput(zstd(lines)).texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(Pulled.fromStandardInput(gzip("{\n}")).texts()).containsExactly("{\n}");
    }

    @Test
    void recognisesAnArchiveByItsContent() {
        Pulled pulled = Pulled.fromStandardInput(zip(Map.of("a/b.ndjson", utf8("{\"a\":1}\n{\"a\":2}\n"))));

        assertThat(pulled.names()).containsExactly("-!a/b.ndjson:1", "-!a/b.ndjson:2");
        assertThat(pulled.refusals()).isEmpty();
    }

    @Test
    void refusesAnArchiveInsideCompressedData() {
        Pulled pulled = Pulled.fromStandardInput(gzip(zip(Map.of("a.json", utf8("{}")))));

        assertThat(pulled.refusals()).containsExactly("-: expected UTF-8 text, found a zip archive");
        assertThat(pulled.refused().getFirst().file()).isNull();
    }

    @Test
    void findsNothingInEmptyInput() {
        assertThat(Pulled.fromStandardInput("").items()).isEmpty();
        assertThat(Pulled.fromStandardInput("\n \n").items()).isEmpty();
    }

    @Test
    void readsCompressedMembersThatArriveOneByOneInAPipe() {
        // Such a stream never says that more is available, which makes some readers stop after the first member.
        List<InputStream> parts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            for (byte single : gzip("{\"a\":" + i + "}\n")) {
                parts.add(new ByteArrayInputStream(new byte[] {single}));
            }
        }
        InputStream pipe = new SequenceInputStream(Collections.enumeration(parts));

        Pulled pulled = Pulled.from(SourceLimits.defaults(), pipe, List.of("-"));

        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void refusesTheRestOfAPipeThatBreaks() {
        InputStream pipe =
                new SequenceInputStream(new ByteArrayInputStream(utf8("{\"a\":1}\n{\"a\"")), new BrokenPipe());

        Pulled pulled = Pulled.from(SourceLimits.defaults(), pipe, List.of("-"));

        assertThat(pulled.texts()).containsExactly("{\"a\":1}");
        assertThat(pulled.refusals()).containsExactly("-:2: expected a file that can be read, found broken pipe");
    }

    @Test
    void leavesStandardInputOpenAndItsSizeUnknown() {
        boolean[] closed = new boolean[1];
        InputStream input = new ByteArrayInputStream(utf8("{}\n{}\n")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        Pulled pulled = Pulled.from(SourceLimits.defaults(), input, List.of("-"));

        assertThat(closed[0]).isFalse();
        assertThat(pulled.totalBytes()).isEqualTo(-1);
        assertThat(pulled.bytesRead()).isEqualTo(6);
    }

    private static final class BrokenPipe extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("broken pipe");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
