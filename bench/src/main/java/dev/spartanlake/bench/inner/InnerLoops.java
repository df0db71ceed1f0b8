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
import java.util.concurrent.TimeUnit;
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
        List<Measurement> measurements =
                runs.stream().map(InnerLoops::measurement).toList();
        JobResult result = new JobResult(
                JOB, ScoreBenchmark.MATCHES, LocalDate.now(ZoneOffset.UTC), Machine.present(), measurements);
        new ResultsFile(Path.of(arguments[0])).merge(List.of(result));
    }

    private static Measurement measurement(RunResult run) {
        double millis = TimeUnit.SECONDS.toMillis(1)
                / (double) run.getParams().getTimeUnit().convert(1, TimeUnit.SECONDS);
        List<Double> samples = run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .map(iteration -> iteration.getScore() * millis)
                .toList();
        String work = run.getPrimaryResult().getLabel();
        return new Subject(JOB, work, ScoreBenchmark.MATCHES).measurement(Side.PRODUCT, Unit.MILLISECONDS, samples);
    }
}
