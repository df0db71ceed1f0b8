package dev.spartanlake.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

    private static final Machine OLD = new Machine(2, "Linux 6.1 amd64", "25");
    private static final Machine NEW = new Machine(8, "Linux 7.0 aarch64", "26");

    @TempDir
    private Path directory;

    @Test
    void resultsComeBackAsTheyWentIn() throws IOException {
        ResultsFile file = new ResultsFile(directory.resolve("performance.json"));
        JobResult result = result("ingest", 400, "2026-01-02", OLD, 1.5);

        file.merge(List.of(result));

        assertThat(file.read()).containsExactly(result);
    }

    @Test
    void newResultsTakeThePlaceOfThoseOfTheSameJobAndSizeAlone() throws IOException {
        ResultsFile file = new ResultsFile(directory.resolve("performance.json"));
        JobResult otherSize = result("ingest", 10_000, "2026-01-02", OLD, 2.5);
        JobResult otherJob = result("delta", 400, "2026-01-02", OLD, 3.5);
        file.merge(List.of(result("ingest", 400, "2026-01-02", OLD, 1.5), otherSize, otherJob));

        JobResult again = result("ingest", 400, "2026-02-03", NEW, 0.5);
        file.merge(List.of(again));

        assertThat(file.read()).containsExactly(otherJob, again, otherSize);
    }

    @Test
    void wholeNumbersAreKeptAndOthersHaveSixDigits() throws IOException {
        ResultsFile file = new ResultsFile(directory.resolve("performance.json"));

        file.merge(List.of(
                result("ingest", 400, "2026-01-02", OLD, 1_234_567_890),
                result("scores", 400, "2026-01-02", OLD, 0.012345678)));

        assertThat(file.read())
                .flatExtracting(JobResult::measurements)
                .flatExtracting(Measurement::samples)
                .containsExactly(1_234_567_890.0, 2_469_135_780.0, 0.0123457, 0.0246914);
    }

    @Test
    void aFileThatIsNotThereHoldsNothing() throws IOException {
        assertThat(new ResultsFile(directory.resolve("missing.json")).read()).isEmpty();
    }

    private static JobResult result(String job, long matches, String date, Machine machine, double sample) {
        return new JobResult(
                job,
                matches,
                LocalDate.parse(date),
                machine,
                List.of(new Subject(job, "bulk", matches)
                        .measurement(Side.PRODUCT, Unit.MILLISECONDS, List.of(sample, 2 * sample))));
    }
}
