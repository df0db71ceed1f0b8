package dev.spartanlake.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import dev.spartanlake.bench.plot.Plot;
import dev.spartanlake.bench.plot.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobPlotTest {

    @Test
    void fewWorksHaveALineEachAndSideBySideOneOfDuckDb() {
        Plot plot = JobPlot.of(
                "verify",
                List.of(
                        time("deep", 10_000, Side.PRODUCT, 30),
                        time("normal", 10_000, Side.PRODUCT, 20),
                        time("normal", 400, Side.PRODUCT, 9),
                        time("normal", 400, Side.FLOOR, 3),
                        time("normal", 400, Side.PARQUET, 4),
                        measured("normal", 400, Side.PRODUCT, Unit.BYTES, 1e6)));

        assertThat(plot.title()).isEqualTo("verify: time by size of the career");
        assertThat(plot.across()).isEqualTo("matches");
        assertThat(described(plot))
                .containsExactly(
                        "SpartanLake: deep, colour 0, SOLID, 10000 30",
                        "SpartanLake: normal, colour 1, SOLID, 400 9, 10000 20",
                        "DuckDB: normal, colour 1, DASHED, 400 3");
    }

    @Test
    void manyWorksAreTheirMedianAndTheSlowest() {
        List<Measurement> measurements = new ArrayList<>();
        for (int work = 1; work <= 4; work++) {
            measurements.add(time("work " + work, 400, Side.PRODUCT, 10 * work));
            measurements.add(time("work " + work, 10_000, Side.PRODUCT, 100 * work * work));
            measurements.add(time("work " + work, 400, Side.FLOOR, work));
        }

        assertThat(described(JobPlot.of("questions", measurements)))
                .containsExactly(
                        "SpartanLake: median of all works, colour 0, SOLID, 400 25, 10000 650",
                        "DuckDB: median of all works, colour 0, DASHED, 400 2.5",
                        "SpartanLake: slowest work, colour 1, SOLID, 400 40, 10000 1600",
                        "DuckDB: slowest work, colour 1, DASHED, 400 4");
    }

    @Test
    void aJobThatCountsFilesIsShownByTheirNumberOnTheLargestCareers() {
        Plot plot = JobPlot.of(
                "small-files",
                List.of(
                        measured("200 × 60: files", 10_000, Side.PRODUCT, Unit.FILES, 20_120),
                        measured("1 × 60: files", 10_000, Side.PRODUCT, Unit.FILES, 240),
                        measured("1 × 60: files", 400, Side.PRODUCT, Unit.FILES, 230),
                        time("200 × 60: verify", 10_000, Side.PRODUCT, 900),
                        time("1 × 60: verify", 10_000, Side.PRODUCT, 90),
                        time("1 × 60: verify", 400, Side.PRODUCT, 80),
                        time("1 × 60: first question", 10_000, Side.PRODUCT, 50),
                        time("1 × 60: first question", 10_000, Side.FLOOR, 40),
                        time("1 × 60: first question", 10_000, Side.GLOB, 60)));

        assertThat(plot.title()).isEqualTo("small-files: time by number of files, 10,000 matches");
        assertThat(plot.across()).isEqualTo("Parquet files");
        assertThat(described(plot))
                .containsExactly(
                        "SpartanLake: first question, colour 0, SOLID, 240 50",
                        "DuckDB: first question, colour 0, DASHED, 240 40",
                        "DuckDB on a glob: first question, colour 0, DOTTED, 240 60",
                        "SpartanLake: verify, colour 1, SOLID, 240 90, 20120 900");
    }

    private static List<String> described(Plot plot) {
        return plot.series().stream().map(JobPlotTest::described).toList();
    }

    private static String described(Series series) {
        StringBuilder text = new StringBuilder(series.label() + ", colour " + series.colour() + ", " + series.stroke());
        series.points()
                .forEach(point ->
                        text.append(", ").append(digits(point.x())).append(' ').append(digits(point.y())));
        return text.toString();
    }

    private static String digits(double value) {
        return Double.toString(value).replaceAll("[.]0$", "");
    }

    private static Measurement time(String work, long matches, Side side, double millis) {
        return measured(work, matches, side, Unit.MILLISECONDS, millis);
    }

    private static Measurement measured(String work, long matches, Side side, Unit unit, double sample) {
        return new Subject("job", work, matches).measurement(side, unit, List.of(sample));
    }
}
