package dev.spartanlake.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.spartanlake.bench.job.Job;
import dev.spartanlake.bench.job.Jobs;
import dev.spartanlake.bench.job.Setting;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import dev.spartanlake.bench.report.JobResult;
import dev.spartanlake.bench.report.ResultsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void everyJobIsDoneOnEverySizeAndItsResultsAreKept() throws Exception {
        bench(List.of(new Steady())).run();

        assertThat(results())
                .extracting(JobResult::job, JobResult::matches)
                .containsExactly(tuple("steady", 3L), tuple("steady", 5L));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("""
                steady, 5 matches. Takes as many milliseconds as there are matches.

                work  matches  SpartanLake  least to most
                work        5      5.00 ms
                """);
        assertThat(directory.resolve("scratch/5/work")).doesNotExist();
    }

    @Test
    void aJobThatFailsDoesNotCostThoseThatFollow() {
        assertThatThrownBy(() -> bench(List.of(new Failing(), new Steady())).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("2 measurements failed")
                .hasSuppressedException(new IOException("no room"));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("failing, 3 matches, failed: java.io.IOException: no room");
        assertThat(results()).extracting(JobResult::matches).containsExactly(3L, 5L);
    }

    @Test
    void aJobIsSkippedWhereACareerIsTooLargeForIt() throws Exception {
        bench(List.of(new Small(), new Steady())).run();

        assertThat(results())
                .extracting(JobResult::job, JobResult::matches)
                .containsExactly(tuple("small", 3L), tuple("steady", 3L), tuple("steady", 5L));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("small, 5 matches, skipped: it is for careers of up to 4 matches.");
    }

    @Test
    void theHelpNamesEveryJobAndTheCareersItIsFor() {
        assertThat(Bench.usage())
                .contains("from 1 to 2000000")
                .contains(Jobs.ALL.stream()
                        .map(job -> "  " + job.name() + ": " + job.description())
                        .toList())
                .containsOnlyOnce("one Parquet file. For careers of up to 100000 matches.\n");
    }

    private Bench bench(List<Job> jobs) {
        Arguments arguments = new Arguments(
                directory, jobs, List.of(3, 5), 1, directory.resolve("results.json"), directory.resolve("scratch"));
        return new Bench(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<JobResult> results() {
        try {
            return new ResultsFile(directory.resolve("results.json")).read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Steady() implements Job {

        @Override
        public String name() {
            return "steady";
        }

        @Override
        public String description() {
            return "Takes as many milliseconds as there are matches.";
        }

        @Override
        public List<Measurement> measure(Setting setting) throws IOException {
            int matches = setting.career().matches();
            Files.writeString(setting.career().work("left.txt"), "left");
            return List.of(new Subject(name(), "work", matches)
                    .measurement(Side.PRODUCT, Unit.MILLISECONDS, List.of((double) matches)));
        }
    }

    private record Small() implements Job {

        @Override
        public String name() {
            return "small";
        }

        @Override
        public String description() {
            return "Is for small careers.";
        }

        @Override
        public int mostMatches() {
            return 4;
        }

        @Override
        public List<Measurement> measure(Setting setting) {
            return List.of(new Subject(name(), "work", setting.career().matches())
                    .measurement(Side.PRODUCT, Unit.MILLISECONDS, List.of(1.0)));
        }
    }

    private record Failing() implements Job {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public String description() {
            return "Fails.";
        }

        @Override
        public List<Measurement> measure(Setting setting) throws IOException {
            throw new IOException("no room");
        }
    }
}
