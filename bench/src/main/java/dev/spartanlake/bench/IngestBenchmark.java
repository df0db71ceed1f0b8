package dev.spartanlake.bench;

import dev.spartanlake.generator.CareerPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Times `spartanlake ingest` of a generated career into a new warehouse, as a whole process: start of the JVM,
/// reading, validation, all tables, the documents themselves, the read-back and the durable commit included.
///
/// Arguments: the directory of the clone, how many runs, then how many documents for each row of the table.
public final class IngestBenchmark {

    private static final String HEAP = "-Xmx512m";

    private final Path clone;
    private final int runs;
    private final Path scratch;
    private final PrintStream out;

    private IngestBenchmark(Path clone, int runs, Path scratch, PrintStream out) {
        this.clone = clone;
        this.runs = runs;
        this.scratch = scratch;
        this.out = out;
    }

    /// Runs the benchmark and prints a Markdown table.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("spartanlake-bench");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            IngestBenchmark benchmark =
                    new IngestBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]), scratch, out);
            out.println("| documents | NDJSON | heap | runs | min | median | max | documents/s (median) |");
            out.println("|---:|---:|---|---:|---:|---:|---:|---:|");
            for (int i = 2; i < arguments.length; i++) {
                benchmark.time(Integer.parseInt(arguments[i]));
            }
        } finally {
            Scratch.delete(scratch);
        }
    }

    private void time(int documents) throws IOException, InterruptedException {
        CareerPlan plan = CareerPlan.benchmark(documents);
        Path input = scratch.resolve("matches-" + documents + ".ndjson");
        Scratch.write(plan, input);
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path warehouse = scratch.resolve("warehouse");
            seconds.add(ingest(plan, input, warehouse));
            Scratch.delete(warehouse);
        }
        seconds.sort(null);
        double median = seconds.get(seconds.size() / 2);
        out.printf(
                Locale.ROOT,
                "| %,d | %.0f MB | %s | %d | %.2f s | %.2f s | %.2f s | %,.0f |%n",
                documents,
                Files.size(input) / 1e6,
                HEAP,
                runs,
                seconds.getFirst(),
                median,
                seconds.getLast(),
                documents / median);
        Files.delete(input);
    }

    private double ingest(CareerPlan plan, Path input, Path warehouse) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                clone.resolve("spartanlake").toString(),
                "ingest",
                input.toString(),
                "--warehouse",
                warehouse.toString(),
                "--player",
                Long.toString(plan.players().getFirst().xuid()));
        process.environment().put("SPARTANLAKE_JAVA_OPTS", HEAP);
        process.redirectErrorStream(true)
                .redirectOutput(scratch.resolve("output.txt").toFile());
        long start = System.nanoTime();
        int exitCode = process.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exitCode != 0) {
            throw new IOException(
                    "ingest ended with exit code " + exitCode + ": " + Files.readString(scratch.resolve("output.txt")));
        }
        return seconds;
    }
}
