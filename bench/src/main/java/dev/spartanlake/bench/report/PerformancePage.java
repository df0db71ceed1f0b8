package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page `docs/performance.md`: prose by hand, and the results of jobs, from the file of results. Between
/// `<!-- table: JOB -->` and `<!-- end -->` it has all of them, and between `<!-- growth: JOB -->` and `<!-- end -->`
/// how they grow with careers: a table, and a plot from a file in `performance` beside the page.
public final class PerformancePage {

    private static final String TABLE = "table";
    private static final String GROWTH = "growth";
    private static final Pattern PART =
            Pattern.compile("(?s)(<!-- (" + TABLE + "|" + GROWTH + "): (\\S+) -->\\n).*?(?=<!-- end -->)");

    private PerformancePage() {}

    /// The page with what results give. Where there are none yet, the page says so.
    public static String with(String page, List<JobResult> results) {
        return PART.matcher(page).replaceAll(part -> Matcher.quoteReplacement(part.group(1) + content(part, results)));
    }

    /// The jobs that the page has tables of, in their order.
    public static List<String> jobs(String page) {
        return jobs(page, TABLE);
    }

    /// The jobs whose growth the page shows, in their order.
    public static List<String> growths(String page) {
        return jobs(page, GROWTH);
    }

    private static List<String> jobs(String page, String kind) {
        return PART.matcher(page)
                .results()
                .filter(part -> part.group(2).equals(kind))
                .map(part -> part.group(3))
                .toList();
    }

    /// The plots that the page shows, as SVG, by the names of their files.
    public static SortedMap<String, String> plots(String page, List<JobResult> results) {
        SortedMap<String, String> plots = new TreeMap<>();
        for (String job : growths(page)) {
            List<Measurement> measurements = measurements(ofJob(job, results));
            if (!measurements.isEmpty()) {
                plots.put(plotFile(job), JobPlot.of(job, measurements).svg());
            }
        }
        return plots;
    }

    private static String plotFile(String job) {
        return job + ".svg";
    }

    private static String content(MatchResult part, List<JobResult> results) {
        String job = part.group(3);
        List<JobResult> ofJob = ofJob(job, results);
        if (ofJob.isEmpty()) {
            return "\nNot measured yet.\n\n";
        }
        List<Measurement> measurements = measurements(ofJob);
        return part.group(2).equals(TABLE)
                ? "\n" + ResultTable.of(measurements).markdown() + "\n" + origins(ofJob) + "\n\n"
                : "\n" + GrowthTable.of(measurements).markdown() + "\n" + "!["
                        + JobPlot.of(job, measurements).title() + "](performance/" + plotFile(job) + ")\n\n";
    }

    private static List<JobResult> ofJob(String job, List<JobResult> results) {
        return results.stream().filter(result -> result.job().equals(job)).toList();
    }

    private static List<Measurement> measurements(List<JobResult> results) {
        return results.stream()
                .flatMap(result -> result.measurements().stream())
                .toList();
    }

    /// When and where it was measured, each once.
    private static String origins(List<JobResult> results) {
        return results.stream()
                .map(result -> "Measured on " + result.date() + ": " + result.machine() + ".")
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
