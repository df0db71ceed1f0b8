package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged shell, fed by a pipe.
class ShellIT {

    private static final int MATCHES = 5;

    @TempDir
    private static Path directory;

    private static Spartanlake spartanlake = new Spartanlake(Path.of("."), Path.of("."));

    @BeforeAll
    static void fill() {
        Path matches = Documents.writeLines(Documents.shuffled(3, MATCHES), directory.resolve("matches.ndjson"));
        spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        spartanlake.run("ingest", matches.toString()).succeeded();
    }

    @Test
    void answersWhatIsPipedInAndNothingElseIsSaid() throws IOException {
        Run run = shell("SELECT count(*) AS n\nFROM match_documents;\n.mode csv\nSELECT 'a;b' AS t");

        assertThat(run.succeeded().out()).isEqualTo("[\n  {\"n\":" + MATCHES + "}\n]\nt\r\na;b\r\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsByItsExitCodeThatAStatementFailedAndAnswersTheOthers() throws IOException {
        Run run = shell("SELECT 1 AS a;\nSELECT nothing;\nSELECT 2 AS b;\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("[\n  {\"a\":1}\n]\n[\n  {\"b\":2}\n]\n");
        assertThat(run.err())
                .startsWith("spartanlake: line 2: ")
                .contains(" [WH-QUERY-001]")
                .hasLineCount(1);
    }

    private static Run shell(String text) throws IOException {
        try (Child child = spartanlake.start(List.of("shell", "--format", "json"))) {
            try (OutputStream in = child.in()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return child.ended();
        }
    }
}
