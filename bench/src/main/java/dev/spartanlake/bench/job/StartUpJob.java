package dev.spartanlake.bench.job;

import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// See [#description].
public final class StartUpJob implements Job {

    private static final int WARM_UP = 1;
    private static final int DOCUMENTS = 25;

    /// Those that can be given again and again, and end by themselves. A word in braces stands for what it names.
    private static final List<String> COMMANDS = List.of(
            "--help",
            "--version",
            "help ingest",
            "completion",
            "config",
            "status",
            "player list",
            "player set {player} --gamertag BenchRunner",
            "friend list {player}",
            "friend add {player} {friend}",
            "sql {statement}",
            "stats",
            "matches",
            "match last",
            "maps",
            "playlists",
            "modes",
            "hours",
            "trends",
            "compare --from 2023 --before 2022",
            "streaks",
            "records",
            "sessions",
            "medals",
            "teammates",
            "rivals",
            "csr",
            "matchmaking",
            "distribution kda",
            "export query {statement} {file} --force",
            "export table meta.players {file} --force",
            "export duckdb {database} --force",
            "ingest --dry-run {documents}",
            "recompute",
            "upgrade",
            "verify",
            "repair",
            "backup {backup}");

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public String description() {
        return "A command as a process, from its start to its end; a Java program that opens DuckDB and runs SELECT 42,"
                + " with the same options and an AOT cache of its own.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Path warehouse = career.warehouseToChange("asked");
        Path output = career.work("output.txt");
        Map<String, String> meanings = meanings(career);
        FloorProgram floor = FloorProgram.in(career.work("floor"));
        List<Measurement> measurements = new ArrayList<>();
        for (String words : COMMANDS) {
            List<String> command = new ArrayList<>();
            command.add(setting.project().resolve("spartanlake").toString());
            Stream.of(words.split(" ", -1))
                    .map(word -> meanings.getOrDefault(word, word))
                    .forEach(command::add);
            if (!words.startsWith("--")) {
                command.addAll(List.of("--warehouse", warehouse.toString()));
            }
            measurements.addAll(setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, words),
                            List.of(
                                    Contender.of(Side.PRODUCT, () -> Processes.run(command, output)),
                                    Contender.of(Side.FLOOR, floor::run))));
        }
        return measurements;
    }

    private static Map<String, String> meanings(BenchCareer career) throws IOException {
        return Map.of(
                "{player}", career.player().text(),
                "{friend}", "2533270000000012",
                "{statement}", "SELECT 42",
                "{file}", career.work("rows.csv").toString(),
                "{database}", career.work("export.duckdb").toString(),
                "{documents}", career.later(1, DOCUMENTS).getFirst().toString(),
                "{backup}", career.work("backup").toString());
    }
}
