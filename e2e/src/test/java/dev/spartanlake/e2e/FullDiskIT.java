package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.GeneratedDocument;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ingests onto a disk that is too small, makes it larger bit by bit, and gives the same command again until
/// it fits.
class FullDiskIT {

    private static final int BEFORE = 10;
    private static final int FULL = 4;

    @TempDir
    private Path directory;

    /// @param matches how many come in
    /// @param room what there is for them at first, in KiB
    /// @param more what is added to it each time, in KiB
    @ParameterizedTest(name = "{0} matches, from {1} KiB on")
    @CsvSource({"60, 16, 96", "1500, 1792, 640"})
    void aFullDiskIsAnErrorAndNoLoss(int matches, long room, long more) {
        List<GeneratedDocument> documents = Documents.shuffled(7, BEFORE + matches);
        Path before = Documents.writeLines(documents.subList(0, BEFORE), directory.resolve("before.ndjson"));
        Path after =
                Documents.writeLines(documents.subList(BEFORE, BEFORE + matches), directory.resolve("after.ndjson"));
        List<String> ingest = List.of("ingest", after.toString());
        SoftAssertions failures = new SoftAssertions();

        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), Integer.MAX_VALUE)) {
            Spartanlake spartanlake = new Spartanlake(disk.directory().resolve("warehouse"), directory);
            spartanlake
                    .run(
                            "ingest",
                            before.toString(),
                            "--player",
                            Documents.players().getFirst())
                    .succeeded();
            State intact = spartanlake.state();
            long size = disk.used() + room;
            disk.resize(size);
            int attempts = 1;
            for (Run run = spartanlake.run(ingest); run.code() != 0; run = spartanlake.run(ingest)) {
                assertIsOneLineAboutRoom(failures, run, size);
                size += more;
                disk.resize(Math.max(size, disk.used() + more));
                assertThat(spartanlake.state()).isEqualTo(intact);
                attempts++;
            }

            assertThat(attempts).as("attempts until there was room").isGreaterThan(1);
            assertThat(spartanlake.state().matches()).isEqualTo(Documents.ids(documents));
            // Committed is not in place yet where there was no room for a second copy; the next writer sees to it.
            disk.resize(size + 16 * more);
            spartanlake.run(ingest).succeeded();
            Soundness.assertVerified(spartanlake);
            Measured.tell("full disk", attempts + " attempts, the last with " + size + " KiB");
        }
        failures.assertAll();
    }

    private static void assertIsOneLineAboutRoom(SoftAssertions failures, Run run, long size) {
        failures.assertThat(run.code())
                .as("exit code on a disk of %d KiB, with the error: %s", size, run.err())
                .isEqualTo(FULL);
        failures.assertThat(run.err()).startsWith("spartanlake: ").hasLineCount(1);
        failures.assertThat(run.out()).isEmpty();
    }
}
