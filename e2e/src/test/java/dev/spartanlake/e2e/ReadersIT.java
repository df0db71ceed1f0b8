package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers of two processes, while a third process commits without a pause.
class ReadersIT {

    private static final int SECONDS = Integer.getInteger("spartanlake.readers.seconds", 10);
    private static final int PROCESSES = 2;
    private static final int READERS = 4;

    private static final Pattern SUMMARY = Pattern.compile("looks ([0-9]+) commits ([0-9]+)\\R");

    @TempDir
    private Path directory;

    @Test
    void everyLookSeesOneWholeCommit() {
        Path warehouse = directory.resolve("warehouse");
        List<String> writing = List.of(warehouse.toString(), directory.toString(), "0");
        List<String> reading = List.of(warehouse.toString(), Integer.toString(READERS), Integer.toString(SECONDS));
        long looks = 0;
        long commits = 0;

        try (Child writer = start(WriterProgram.class, writing)) {
            assertThat(writer.runsUntil(() -> !writer.outSoFar().isEmpty())).isTrue();
            List<Child> readers = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                readers.add(start(ReaderProgram.class, reading));
            }
            for (Child reader : readers) {
                Run run = reader.ended().succeeded();
                assertThat(run.err()).isEmpty();
                Matcher summary = SUMMARY.matcher(run.out());
                assertThat(summary.matches()).as(run.out()).isTrue();
                looks += Long.parseLong(summary.group(1));
                commits += Long.parseLong(summary.group(2));
            }
            assertThat(writer.endsWithin(Duration.ZERO))
                    .as("whether the writer is done before the readers")
                    .isFalse();
            Measured.tell(
                    "read",
                    looks + " looks, " + writer.outSoFar().lines().count() + " commits of " + Counts.BATCH
                            + " matches, " + commits + " of them seen by one of " + PROCESSES * READERS + " readers");
        }
        assertThat(commits).isGreaterThanOrEqualTo(PROCESSES * READERS);
    }

    private Child start(Class<?> program, List<String> arguments) {
        return Child.start(Distribution.process(Distribution.program(program, arguments)), directory);
    }
}
