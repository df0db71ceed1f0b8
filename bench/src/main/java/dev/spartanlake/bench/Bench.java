package dev.spartanlake.bench;

import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.career.Scratch;
import dev.spartanlake.bench.job.Job;
import dev.spartanlake.bench.job.Jobs;
import dev.spartanlake.bench.job.Setting;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.report.JobResult;
import dev.spartanlake.bench.report.Machine;
import dev.spartanlake.bench.report.ResultTable;
import dev.spartanlake.bench.report.ResultsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs jobs on careers of several sizes, and prints a table of each as soon as it is done.
public final class Bench {

    private static final int WRONG_USAGE = 2;

    private final Arguments arguments;
    private final PrintStream out;
    private final List<Exception> failures = new ArrayList<>();

    Bench(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /// Runs the benchmarks.
    ///
    /// @param words the directory of the project, then the arguments of `tools/bench`
    public static void main(String[] words) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(words).contains("--help")) {
            out.print(usage());
            return;
        }
        Arguments arguments;
        try {
            arguments = Arguments.parse(List.of(words));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(usage());
            System.exit(WRONG_USAGE);
            return;
        }
        new Bench(arguments, out).run();
    }

    static String usage() {
        StringBuilder usage = new StringBuilder(Arguments.USAGE)
                .append("\n\n")
                .append(Arguments.SIZES)
                .append("\n");
        for (Job job : Jobs.ALL) {
            usage.append("  ")
                    .append(job.name())
                    .append(": ")
                    .append(job.description())
                    .append(isForAll(job) ? "" : " For careers of up to " + job.mostMatches() + " matches.")
                    .append('\n');
        }
        return usage.toString();
    }

    private static boolean isForAll(Job job) {
        return job.mostMatches() == BenchCareer.MOST_MATCHES;
    }

    /// Runs all jobs, whether or not others fail.
    ///
    /// @throws IllegalStateException at the end, when some failed
    void run() throws IOException, InterruptedException {
        @Nullable Path kept = arguments.scratch();
        Path scratch = kept == null ? Files.createTempDirectory("spartanlake-bench") : kept.toAbsolutePath();
        try {
            for (int matches : arguments.matches()) {
                BenchCareer career = new BenchCareer(scratch.resolve(Integer.toString(matches)), matches);
                for (Job job : arguments.jobs()) {
                    if (matches <= job.mostMatches()) {
                        attempt(job, career);
                    } else {
                        skip(job, matches);
                    }
                }
            }
        } finally {
            if (kept == null) {
                Scratch.delete(scratch);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException(failures.size() + " measurements failed");
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
    }

    private void skip(Job job, int matches) {
        out.println(job.name() + ", " + matches + " matches, skipped: it is for careers of up to " + job.mostMatches()
                + " matches.");
        out.println();
    }

    /// A job that fails after hours must not cost those that follow.
    private void attempt(Job job, BenchCareer career) throws InterruptedException {
        try {
            measure(job, career);
        } catch (IOException | SQLException | RuntimeException failed) {
            out.println();
            out.println(job.name() + ", " + career.matches() + " matches, failed: " + failed);
            out.println();
            failures.add(failed);
        }
    }

    private void measure(Job job, BenchCareer career) throws IOException, SQLException, InterruptedException {
        out.println(job.name() + ", " + career.matches() + " matches. " + job.description());
        List<Measurement> measurements;
        try {
            measurements = job.measure(new Setting(career, arguments.runs(), arguments.project()));
        } finally {
            career.clean();
        }
        out.println();
        out.println(ResultTable.of(measurements).aligned());
        @Nullable Path json = arguments.json();
        if (json != null) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            JobResult result = new JobResult(job.name(), career.matches(), today, Machine.present(), measurements);
            new ResultsFile(json).merge(List.of(result));
        }
    }
}
