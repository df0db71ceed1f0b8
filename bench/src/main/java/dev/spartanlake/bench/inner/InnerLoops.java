package dev.spartanlake.bench.inner;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import dev.spartanlake.bench.report.JobResult;
import dev.spartanlake.bench.report.Machine;
import dev.spartanlake.bench.report.ResultsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/// Runs the inner loops with JMH and keeps the times as the job [#JOB], one sample for each iteration.
public final class InnerLoops {

    /// The name of the job in the file of results and in the page.
    public static final String JOB = "inner-loops";

    private InnerLoops() {}

    /// Runs them.
    ///
    /// @param arguments the file of results, then options of JMH
    public static void main(String[] arguments) throws IOException, RunnerException, CommandLineOptionException {
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        Collection<RunResult> runs = new Runner(new CommandLineOptions(options)).run();
        Map<Long, List<Measurement>> bySize = runs.stream()
                .map(InnerLoops::measurement)
                .collect(Collectors.groupingBy(Measurement::matches, TreeMap::new, Collectors.toList()));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        new ResultsFile(Path.of(arguments[0]))
                .merge(bySize.entrySet().stream()
                        .map(size -> new JobResult(JOB, size.getKey(), today, Machine.present(), size.getValue()))
                        .toList());
    }

    /// How many matches one pass of a loop goes over.
    private static int matches(BenchmarkParams loop) {
        if (loop.getBenchmark().startsWith(ScoreBenchmark.class.getName())) {
            return ScoreBenchmark.MATCHES;
        }
        return loop.getBenchmark().startsWith(FilmBenchmark.class.getName()) ? 1 : DocumentBenchmark.DOCUMENTS;
    }

    /// The name of a loop, with the files it was given.
    private static String work(RunResult run) {
        BenchmarkParams loop = run.getParams();
        String given = loop.getParamsKeys().stream()
                .map(loop::getParam)
                .filter(value -> !value.isEmpty())
                .map(value -> " " + Path.of(value).getFileName())
                .collect(Collectors.joining());
        return run.getPrimaryResult().getLabel() + given;
    }

    private static Measurement measurement(RunResult run) {
        double millis = TimeUnit.SECONDS.toMillis(1)
                / (double) run.getParams().getTimeUnit().convert(1, TimeUnit.SECONDS);
        List<Double> samples = run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .map(iteration -> iteration.getScore() * millis)
                .toList();
        return new Subject(JOB, work(run), matches(run.getParams()))
                .measurement(Side.PRODUCT, Unit.MILLISECONDS, samples);
    }
}
