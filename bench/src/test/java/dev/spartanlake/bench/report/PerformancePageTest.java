package dev.spartanlake.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The tables and plots of the page are those of the file of results. `-Dgolden.update=true` makes them anew.
class PerformancePageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGE = DOCS.resolve("performance.md");

    @Test
    void showsWhatWasMeasured() throws IOException {
        String page = Files.readString(PAGE);
        List<JobResult> results = new ResultsFile(DOCS.resolve("performance.json")).read();

        String expected = PerformancePage.with(page, results);

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as("docs/performance.md; -Dgolden.update=true writes its tables anew")
                    .isEqualTo(expected);
        }
    }

    @Test
    void hasThePlotsOfWhatWasMeasuredBesideItAndNoOthers() throws IOException {
        List<JobResult> results = new ResultsFile(DOCS.resolve("performance.json")).read();
        PlotFiles plots = new PlotFiles(DOCS.resolve("performance"));

        Map<String, String> expected = PerformancePage.plots(Files.readString(PAGE), results);

        if (Boolean.getBoolean("golden.update")) {
            plots.write(expected);
        } else {
            assertThat(plots.read())
                    .as("docs/performance; -Dgolden.update=true draws its plots anew")
                    .isEqualTo(expected);
        }
    }

    @Test
    void tablesTakeThePlaceOfOldOnesAndProseStays() {
        String page = """
                # Page

                <!-- table: ingest -->
                old
                <!-- end -->

                Prose with $1.
                """;

        assertThat(PerformancePage.with(page, List.of(result("delta"), result("ingest"))))
                .isEqualTo("""
                # Page

                <!-- table: ingest -->

                | work | matches | SpartanLake | least to most |
                |---|---:|---:|---:|
                | bulk | 400 | 5.00 ms |  |

                Measured on 2026-01-02: 2 processors, Linux 6.1 amd64, JDK 25.

                <!-- end -->

                Prose with $1.
                """);
    }

    @Test
    void aTableOfNothingSaysThatThereIsNothing() {
        assertThat(PerformancePage.with("<!-- table: delta -->\n\nold\n<!-- end -->", List.of(result("ingest"))))
                .isEqualTo("<!-- table: delta -->\n\nNot measured yet.\n\n<!-- end -->");
    }

    @Test
    void growthIsATableAndAPlot() {
        String page = "<!-- growth: delta -->\nold\n<!-- end -->\n<!-- growth: commit -->\n<!-- end -->\n";
        List<JobResult> results = List.of(result("delta"), result("ingest"));

        assertThat(PerformancePage.with(page, results)).isEqualTo("""
                <!-- growth: delta -->

                | work | 400 matches |
                |---|---:|
                | bulk | 5.00 ms |

                ![delta: time by size of the career](performance/delta.svg)

                <!-- end -->
                <!-- growth: commit -->

                Not measured yet.

                <!-- end -->
                """);
        assertThat(PerformancePage.jobs(page)).isEmpty();
        assertThat(PerformancePage.growths(page)).containsExactly("delta", "commit");
        assertThat(PerformancePage.plots(page, results)).containsOnlyKeys("delta.svg");
    }

    private static JobResult result(String job) {
        return new JobResult(
                job,
                400,
                LocalDate.parse("2026-01-02"),
                new Machine(2, "Linux 6.1 amd64", "25"),
                List.of(new Subject(job, "bulk", 400).measurement(Side.PRODUCT, Unit.MILLISECONDS, List.of(5.0))));
    }
}
