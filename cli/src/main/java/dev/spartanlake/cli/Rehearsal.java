package dev.spartanlake.cli;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the everyday commands once, for Java to remember what they load and compile.
///
/// The build starts it with `-XX:AOTCacheOutput`; every later process begins with that memory. Nothing depends on
/// what it leaves behind.
public final class Rehearsal {

    /// Longer rehearsals gave no faster starts.
    private static final int MATCHES = 300;

    private static final List<String> ANSWERS = List.of(
            "stats",
            "matches",
            "match last",
            "killfeed last",
            "maps",
            "playlists",
            "modes",
            "hours",
            "trends",
            "compare --before 2023",
            "streaks",
            "records",
            "sessions",
            "medals",
            "teammates",
            "rivals",
            "duels",
            "openings",
            "timeline",
            "csr",
            "matchmaking",
            "distribution kda",
            "stats --format json");

    private final Path directory;

    private Rehearsal(Path directory) {
        this.directory = directory;
    }

    /// Rehearses in an empty directory.
    ///
    /// @param arguments the directory
    /// @throws IllegalStateException when a command fails
    public static void main(String[] arguments) throws IOException {
        new Rehearsal(Path.of(arguments[0])).run();
        // As a process begins and ends: this one ends with it.
        Main.main(new String[] {"--version"});
    }

    private void run() throws IOException {
        CareerPlan plan = CareerPlan.benchmark(MATCHES);
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(documents))) {
            for (GeneratedDocument document : Career.of(plan)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        Path warehouse = Files.createDirectories(warehouse());
        Files.writeString(warehouse.resolve("spartanlake.toml"), "[query]\nmax-rows = 10_000\ntimeout = \"30s\"\n");
        String player = Long.toString(plan.players().getFirst().xuid());
        perform("--help");
        perform("ingest", documents.toString(), "--player", player);
        perform("status");
        perform("player", "list");
        ANSWERS.forEach(words -> perform(words.split(" ", -1)));
        perform("ingest", documents.toString(), "--dry-run");
        perform("config");
        perform("verify");
        List.of("table", "json")
                .forEach(
                        format -> perform(
                                "sql",
                                "--format",
                                format,
                                "SELECT p.gamertag, count(*), avg(kda) FROM matches JOIN meta.players p USING (xuid) GROUP BY 1"));
    }

    private Path warehouse() {
        return directory.resolve("warehouse");
    }

    private void perform(String... command) {
        int code = Main.run(
                command,
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                System.err,
                Map.of("SPARTANLAKE_HOME", warehouse().toString()));
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + " of " + String.join(" ", command));
        }
    }
}
