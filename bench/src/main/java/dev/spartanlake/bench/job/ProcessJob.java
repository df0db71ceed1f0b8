package dev.spartanlake.bench.job;

import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.career.Scratch;
import dev.spartanlake.bench.floor.FactsProgram;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Task;
import dev.spartanlake.bench.measure.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// See [#description].
public final class ProcessJob implements Job {

    private static final int WARM_UP = 1;

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String description() {
        return "Commands as processes, with the memory they hold at their peak: an ingest of all documents, beside a"
                + " Java program in which DuckDB extracts one player's facts; and stats, beside one that runs SELECT 42.";
    }

    /// Nobody has more documents, 1.7 GB of them, in one file.
    @Override
    public int mostMatches() {
        return 100_000;
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Path ingested = career.work("ingested-by-process");
        Path facts = career.work("facts-of-process.parquet");
        List<String> ingest = List.of(
                command(setting),
                "ingest",
                career.documents().toString(),
                "--warehouse",
                ingested.toString(),
                "--player",
                career.player().text());
        List<String> extract = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FactsProgram.class.getName(),
                career.documents().toString(),
                career.player().text(),
                facts.toString());
        List<String> stats = List.of(
                command(setting), "stats", "--warehouse", career.warehouse().toString());
        FloorProgram floor = FloorProgram.in(career.work("floor"));
        return Stream.of(
                        measure(
                                setting,
                                "ingest",
                                new Program(() -> Scratch.delete(ingested), ingest),
                                new Program(() -> Scratch.delete(facts), extract)),
                        measure(
                                setting,
                                "stats",
                                new Program(Task.NOTHING, stats),
                                new Program(Task.NOTHING, floor.command())))
                .flatMap(List::stream)
                .toList();
    }

    private static String command(Setting setting) {
        return setting.project().resolve("spartanlake").toString();
    }

    /// A process, and what has to be done before it.
    private record Program(Task preparation, List<String> command) {}

    private List<Measurement> measure(Setting setting, String work, Program product, Program floor)
            throws IOException, SQLException, InterruptedException {
        Subject subject = setting.subject(this, work);
        Path output = setting.career().work("output.txt");
        List<Double> peaksOfProduct = new ArrayList<>();
        List<Double> peaksOfFloor = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>(setting.turns(WARM_UP)
                .measure(
                        subject,
                        List.of(
                                contender(Side.PRODUCT, product, output, peaksOfProduct),
                                contender(Side.FLOOR, floor, output, peaksOfFloor))));
        measurements.addAll(peaks(subject, Side.PRODUCT, peaksOfProduct));
        measurements.addAll(peaks(subject, Side.FLOOR, peaksOfFloor));
        return measurements;
    }

    private static Contender contender(Side side, Program program, Path output, List<Double> peaks) {
        return new Contender(
                side, program.preparation(), () -> peaks.add((double) Processes.peakBytes(program.command(), output)));
    }

    /// Nothing where the operating system does not say.
    private static List<Measurement> peaks(Subject subject, Side side, List<Double> peaks) {
        List<Double> known =
                peaks.stream().skip(WARM_UP).filter(bytes -> bytes > 0).toList();
        return known.isEmpty() ? List.of() : List.of(subject.measurement(side, Unit.BYTES, known));
    }
}
