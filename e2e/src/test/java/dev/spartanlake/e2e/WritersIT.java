package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several processes that write to one warehouse.
class WritersIT {

    private static final int MATCHES = 160;
    private static final int LOCKED = 4;

    @TempDir
    private static Path inputs;

    private static List<GeneratedDocument> documents = List.of();
    private static List<String> expected = List.of();

    @TempDir
    private Path directory;

    /// One process has written everything.
    @BeforeAll
    static void writeAlone() {
        documents = Documents.shuffled(4, MATCHES);
        Spartanlake alone = new Spartanlake(inputs.resolve("alone"), inputs);
        Path all = Documents.writeLines(documents, inputs.resolve("all.ndjson"));
        List<String> ingest = new ArrayList<>(List.of("ingest", all.toString()));
        Documents.players().forEach(player -> ingest.addAll(List.of("--player", player)));
        alone.run(ingest).succeeded();
        expected = Soundness.rows(alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void writersThatWaitLoseNothingOfEachOther(int writers) {
        Spartanlake spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        int slice = MATCHES / writers;
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Path file = Documents.writeLines(
                    documents.subList(i * slice, (i + 1) * slice), directory.resolve(i + ".ndjson"));
            String player = Documents.players().get(i % 2);
            children.add(spartanlake.start(
                    List.of("ingest", file.toString(), "--player", player, "--wait", "2m", "--format", "json")));
        }

        for (Child child : children) {
            assertThat(child.ended().succeeded().out()).contains("\"inserted\":" + slice + ",");
        }
        assertThat(Soundness.rows(spartanlake)).isEqualTo(expected);
        Soundness.assertVerified(spartanlake);
    }

    @Test
    void aWriterThatDoesNotWaitIsToldWhoWritesAndNothingIsLost() throws IOException {
        Spartanlake spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        List<GeneratedDocument> accepted = documents.subList(0, MATCHES / 2);
        Path refused =
                Documents.writeLines(documents.subList(MATCHES / 2, MATCHES), directory.resolve("refused.ndjson"));

        try (Child writer = spartanlake.start(List.of("ingest", "-"))) {
            assertThat(writer.runsUntil(() -> spartanlake.isWriter(writer.pid())))
                    .isTrue();

            Run second = spartanlake.run("ingest", refused.toString());

            assertThat(second.failedWith(LOCKED).err())
                    .contains("is being written to by process " + writer.pid() + " since 20")
                    .contains(" for: ingest;", "--wait", "WH-LOCK-001");
            for (GeneratedDocument document : accepted) {
                document.writeTo(writer.in());
                writer.in().write('\n');
            }
            writer.in().close();
            writer.ended().succeeded();
        }

        assertThat(spartanlake.state().matches()).isEqualTo(Documents.ids(accepted));
        spartanlake.run("ingest", refused.toString()).succeeded();
        assertThat(spartanlake.state().matches()).isEqualTo(Documents.ids(documents));
        Soundness.assertVerified(spartanlake);
    }
}
