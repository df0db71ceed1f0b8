package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cuts the power of the disk under a writer that acknowledges each batch.
@Tag("long")
class PowerCutIT {

    private static final int CYCLES = Integer.getInteger("spartanlake.power-cuts", 20);
    private static final long SEED = Long.getLong("spartanlake.seed", 20_261_125);

    /// How many acknowledgements the power is left on for at most; a few more come while it is cut.
    private static final int LONGEST_CYCLE = 8;

    /// More than a cycle can have.
    private static final int MOST_BATCHES = 20;

    private static final Duration LONGEST_DELAY = Duration.ofMillis(300);

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    @Test
    void everyAcknowledgedBatchIsThereAfterAPowerCut() {
        int batches = CYCLES * MOST_BATCHES;
        List<GeneratedDocument> documents = Documents.next(Documents.ofCareer().iterator(), batches * Counts.BATCH);
        int acknowledged = 0;
        int unacknowledged = 0;

        try (PowerDisk disk = PowerDisk.mount(directory)) {
            Spartanlake spartanlake = new Spartanlake(disk.directory().resolve("warehouse"), directory);
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                acknowledged += acknowledgedBeforeCut(
                        disk,
                        WriterProgram.class,
                        List.of(
                                spartanlake.warehouse().toString(),
                                directory.toString(),
                                Integer.toString(acknowledged)));

                int there = spartanlake.state().matches().size() / Counts.BATCH;
                assertThat(there)
                        .as("batches after cycle %d of seed %d", cycle, SEED)
                        .isBetween(acknowledged, acknowledged + 1);
                assertThat(spartanlake.state().matches())
                        .isEqualTo(Documents.ids(documents.subList(0, there * Counts.BATCH)));
                unacknowledged += there - acknowledged;
            }
            List<GeneratedDocument> more = documents.subList(0, (acknowledged + 2) * Counts.BATCH);
            Path file = Documents.writeLines(more, directory.resolve("more.ndjson"));
            spartanlake.run("ingest", file.toString()).succeeded();
            assertThat(spartanlake.state().matches()).isEqualTo(Documents.ids(more));
            Soundness.assertVerified(spartanlake);
        }

        Measured.tell(
                "power cuts",
                CYCLES + " cycles, " + acknowledged + " batches acknowledged, 0 lost; " + unacknowledged
                        + " times the batch in hand was there too");
    }

    @Test
    void aWriterThatForcesNothingToTheDiskLosesAcknowledgedFiles() {
        try (PowerDisk disk = PowerDisk.mount(directory)) {
            int acknowledged = acknowledgedBeforeCut(
                    disk, NaiveWriterProgram.class, List.of(disk.directory().toString(), "1000"));

            long lost = IntStream.range(0, acknowledged)
                    .mapToObj(number -> NaiveWriterProgram.file(disk.directory(), number))
                    .filter(file -> !isWholeParquet(file))
                    .count();

            assertThat(lost).as("lost files of %d", acknowledged).isPositive();
            Measured.tell("naive writer", acknowledged + " files acknowledged, " + lost + " lost");
        }
    }

    /// Runs a writer until the power is cut at some moment after its first acknowledgement.
    ///
    /// @return how many batches it acknowledged
    private int acknowledgedBeforeCut(PowerDisk disk, Class<?> program, List<String> arguments) {
        int enough = 1 + random.nextInt(LONGEST_CYCLE);
        try (Child writer = Child.start(Distribution.process(Distribution.program(program, arguments)), directory)) {
            assertThat(writer.runsUntil(() -> acknowledgements(writer.outSoFar()) >= enough))
                    .isTrue();
            writer.endsWithin(Duration.ofNanos(random.nextLong(LONGEST_DELAY.toNanos())));
            disk.cut();
            writer.kill();
            int acknowledged = acknowledgements(writer.ended().out());
            disk.restore();
            return acknowledged;
        }
    }

    private static int acknowledgements(String out) {
        return (int) out.chars().filter(character -> character == '\n').count();
    }

    private static boolean isWholeParquet(Path file) {
        try {
            String content = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            return content.startsWith("PAR1") && content.endsWith("PAR1");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
