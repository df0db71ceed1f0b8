package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page `docs/performance.md`: prose by hand, and between `<!-- table: JOB -->` and `<!-- end -->` the results of
/// a job, from the file of results.
public final class PerformancePage {

    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- table: (\\S+) -->\\n).*?(?=<!-- end -->)");

    private PerformancePage() {}

    /// The page with the tables that results give. Where there are none yet, the page says so.
    public static String with(String page, List<JobResult> results) {
        return TABLE.matcher(page)
                .replaceAll(table -> Matcher.quoteReplacement(table.group(1) + content(table, results)));
    }

    /// The jobs that the page has tables of, in their order.
    public static List<String> jobs(String page) {
        return TABLE.matcher(page).results().map(table -> table.group(2)).toList();
    }

    private static String content(MatchResult table, List<JobResult> results) {
        String job = table.group(2);
        List<JobResult> ofJob =
                results.stream().filter(result -> result.job().equals(job)).toList();
        if (ofJob.isEmpty()) {
            return "\nNot measured yet.\n\n";
        }
        List<Measurement> measurements =
                ofJob.stream().flatMap(result -> result.measurements().stream()).toList();
        return "\n" + ResultTable.of(measurements).markdown() + "\n" + origins(ofJob) + "\n\n";
    }

    /// When and where it was measured, each once.
    private static String origins(List<JobResult> results) {
        return results.stream()
                .map(result -> "Measured on " + result.date() + ": " + result.machine() + ".")
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
