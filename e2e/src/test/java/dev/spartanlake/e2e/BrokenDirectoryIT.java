package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A warehouse whose directory is not what it should be.
class BrokenDirectoryIT {

    private static final int MATCHES = 20;
    private static final int REFUSED_BY_THE_SYSTEM = 4;
    private static final int DAMAGED = 5;

    /// Runs a program as nobody in particular.
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path directory;

    private List<GeneratedDocument> documents = List.of();
    private Spartanlake spartanlake = new Spartanlake(Path.of(""), Path.of(""));
    private String more = "";

    @BeforeEach
    void ingest() {
        documents = Documents.shuffled(9, 2 * MATCHES);
        Path first = Documents.writeLines(documents.subList(0, MATCHES), directory.resolve("first.ndjson"));
        more = Documents.writeLines(documents, directory.resolve("more.ndjson")).toString();
        spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        spartanlake
                .run("ingest", first.toString(), "--player", Documents.players().getFirst())
                .succeeded();
    }

    @Test
    void aDirectoryThatMayNotBeWrittenToIsOneLineAndStaysAsItIs() {
        State before = spartanlake.state();
        Tool chmod = Tool.run("chmod", "-R", "a+rX,a-w", directory.toString());
        assumeTrue(chmod.isDone(), () -> "skipped: there are no permissions to take away: " + chmod.output());
        List<String> through = Files.isWritable(spartanlake.warehouse()) ? AS_NOBODY : List.of();
        List<String> java = new ArrayList<>(through);
        java.addAll(Distribution.command(List.of("--version")));
        Tool trial = Tool.run(java);
        assumeTrue(trial.isDone(), () -> "skipped: the command does not run as nobody: " + trial.output());

        try (Child child = spartanlake.start(through, List.of("ingest", more))) {
            assertThat(child.ended().failedWith(REFUSED_BY_THE_SYSTEM).err())
                    .contains(
                            spartanlake.warehouse().toString(),
                            "check that the directory may be written to",
                            "WH-STORAGE-001");
            assertThat(child(through, "status").err()).isEmpty();
            assertThat(child(through, "sql", "SELECT count(*) FROM matches JOIN meta.players USING (xuid)")
                            .err())
                    .isEmpty();
        } finally {
            Tool.run("chmod", "-R", "u+w", directory.toString());
        }

        assertThat(spartanlake.state()).isEqualTo(before);
        spartanlake.run("ingest", more).succeeded();
        assertThat(spartanlake.state().matches()).isEqualTo(Documents.ids(documents));
    }

    private Run child(List<String> through, String... arguments) {
        try (Child child = spartanlake.start(through, List.of(arguments))) {
            return child.ended().succeeded();
        }
    }

    @Test
    void aQuestionForADataFileThatIsGoneIsDamageAndNamesTheFile() throws IOException {
        Path gone = removeOne("match_facts");

        Run run = spartanlake.run("sql", "SELECT count(*) FROM match_facts");

        assertThat(run.failedWith(DAMAGED).err()).contains(gone.toString(), "WH-FORMAT-003");
        spartanlake.run("status").succeeded();
        spartanlake.run("sql", "SELECT count(*) FROM match_documents").succeeded();
    }

    @Test
    void anIngestThatNeedsADataFileThatIsGoneIsDamageAndNamesTheFile() throws IOException {
        Path gone = removeOne("match_facts");

        Run run = spartanlake.run("ingest", more);

        assertThat(run.failedWith(DAMAGED).err()).contains(gone.toString(), "WH-FORMAT-003");
    }

    private Path removeOne(String table) throws IOException {
        Path file = Disk.files(spartanlake.warehouse().resolve(table)).getFirst();
        Files.delete(file);
        return file;
    }
}
