package dev.spartanlake.bench;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.RollingTrend;
import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Times every ready-made answer on a generated career: in a process that stays, and `spartanlake stats` as a process.
///
/// Arguments: the directory of the clone, how many runs, how many matches.
public final class AnswersBenchmark {

    private static final int WARM_UP = 10;

    private final Path clone;
    private final int runs;
    private final PrintStream out;

    private AnswersBenchmark(Path clone, int runs, PrintStream out) {
        this.clone = clone;
        this.runs = runs;
        this.out = out;
    }

    /// Runs the benchmark and prints a Markdown table.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("spartanlake-bench");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            AnswersBenchmark benchmark =
                    new AnswersBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]), out);
            benchmark.run(CareerPlan.benchmark(Integer.parseInt(arguments[2])), scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private void run(CareerPlan plan, Path scratch) throws IOException, InterruptedException {
        Path documents = scratch.resolve("matches.ndjson");
        Scratch.write(plan, documents);
        Path directory = scratch.resolve("warehouse");
        Xuid player = new Xuid(plan.players().getFirst().xuid());
        out.println("| answer | first | min | median | max |");
        out.println("|---|---:|---:|---:|---:|");
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            warehouse.ingest(IngestRequest.of(List.of(documents.toString()), Set.of(player)), IngestProgress.NONE);
        }
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            Analytics analytics = warehouse.analytics(Viewpoint.standard());
            Filter filter = Filter.of(player);
            questions(analytics, filter).forEach((name, question) -> time(name, () -> analytics.ask(question, filter)));
        }
        List<Double> processes = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            processes.add(stats(directory, scratch.resolve("output.txt")));
        }
        row("`spartanlake stats` as a process", processes.getFirst(), processes);
    }

    private static Map<String, Question<?>> questions(Analytics analytics, Filter filter) {
        String last = analytics.ask(new MatchList(1), filter).getFirst().matchId();
        Instant middle = Instant.parse("2023-07-01T00:00:00Z");
        Map<String, Question<?>> questions = new LinkedHashMap<>();
        questions.put("career", new CareerSummary());
        questions.put("by map", new Breakdown(Dimension.MAP));
        questions.put("by playlist", new Breakdown(Dimension.PLAYLIST));
        questions.put("by hour", new Breakdown(Dimension.HOUR));
        questions.put("by month", new Breakdown(Dimension.MONTH));
        questions.put("distribution", new Distribution(Measure.KDA, 12));
        questions.put("records", new PersonalRecords(1));
        questions.put("20 matches", new MatchList(20));
        questions.put("one match", new MatchReport(new MatchId(last)));
        questions.put("trend, 200 points", new RollingTrend(20, 200));
        questions.put("directions", new Directions(200));
        questions.put("comparison", new Comparison(filter.change().until(middle).build()));
        questions.put("streaks", new Streaks());
        questions.put("sessions", new SessionList(SessionList.Order.BEST, 20));
        questions.put("fatigue", new Fatigue(10));
        questions.put("medals", new MedalTotals(MedalTotals.Order.MOST, 25));
        questions.put("medals by difficulty", new MedalDifficulties());
        questions.put("team-mates", new Companions(Companions.Order.TOGETHER, 20));
        questions.put("ratings", new MmrBalance(50));
        return questions;
    }

    private void time(String name, Runnable answer) {
        double first = milliseconds(answer);
        for (int i = 0; i < WARM_UP; i++) {
            answer.run();
        }
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            times.add(milliseconds(answer));
        }
        row(name, first, times);
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private double stats(Path warehouse, Path output) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                clone.resolve("spartanlake").toString(), "stats", "--warehouse", warehouse.toString());
        process.redirectErrorStream(true).redirectOutput(output.toFile());
        long start = System.nanoTime();
        int exitCode = process.start().waitFor();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (exitCode != 0) {
            throw new IOException("stats ended with exit code " + exitCode + ": " + Files.readString(output));
        }
        return milliseconds;
    }

    private void row(String name, double first, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "| %s | %.0f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                name,
                first,
                sorted.getFirst(),
                sorted.get(sorted.size() / 2),
                sorted.getLast());
    }
}
