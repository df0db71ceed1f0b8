package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfiguredCommandsTest {

    private static final CareerPlan PLAN = CareerPlan.mixed(7, 64);
    private static final String PLAYER = Long.toString(PLAN.players().getFirst().xuid());

    @TempDir
    private Path directory;

    @Test
    void showsEverySettingWithItsSource() throws IOException {
        Path file = configure("[query]\nmax-rows = 5\n");

        Run table = run(Map.of("SPARTANLAKE_LOCK_WAIT", "90s"), "config", "--lang", "en");
        Run json = run(Map.of(), "config", "--format", "json", "--lang", "fr");

        assertThat(table.code()).isZero();
        assertThat(table.out())
                .containsPattern("(?m)^│? *session\\.gap .* 2h .* default")
                .containsPattern("lock\\.wait .* 90s .* SPARTANLAKE_LOCK_WAIT")
                .containsPattern("display\\.language .* en .* --lang")
                .contains(file + ":2");
        assertThat(table.err()).isEqualTo("Configuration file: " + file + "\n");
        JsonNode rows = new JsonMapper().readTree(json.out());
        assertThat(rows).hasSize(18);
        assertThat(rows.valueStream()
                        .filter(row -> !row.path("source").asString().equals("default"))
                        .map(row -> row.path("key").asString() + "="
                                + row.path("value").asString() + " "
                                + row.path("source").asString()))
                .containsExactly("display.language=fr --lang", "query.max-rows=5 " + file + ":2");
    }

    @Test
    void saysWhereAFileWouldBe() {
        Run run = run(Map.of("XDG_CONFIG_HOME", directory.resolve("home").toString()), "config");

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("There is no configuration file; one would be read at ");
    }

    @Test
    void everythingThatIsWrongIsToldAndNothingDone() throws IOException {
        Path file = configure("query.max-rows = 0\nquery.max-row = 1\n");

        Run ingest = run(Map.of(), "ingest", matches(), "--player", PLAYER);

        assertThat(ingest).isEqualTo(new Run(2, "", """
                        spartanlake: %1$s:1: query.max-rows: expected a whole number from 1 to 2147483631, found 0; correct the value or take the line out
                        spartanlake: %1$s:2: unknown key query.max-row: expected one of query.max-rows, query.timeout, query.memory; correct its name or take the line out
                        """.formatted(file)));
        assertThat(warehouse().resolve("metadata.db")).doesNotExist();
        assertThat(run(Map.of(), "config").code()).isEqualTo(2);
        assertThat(run(Map.of(), "help", "config").code()).isZero();
        assertThat(run(Map.of(), "completion").code()).isZero();
    }

    /// Refused by all of them alike, so that it is found before the day of the first sync.
    @Test
    void aWarehouseThatWantsTheTokensIsRefusedByEveryCommand() throws IOException {
        Path file = configure("halo.base-url = \"https://elsewhere.example/{origin}\"\n");

        for (String command : List.of("sync", "login", "whoami", "logout", "stats", "config")) {
            Run run = run(Map.of(), command);

            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .hasLineCount(1)
                    .startsWith(
                            "spartanlake: " + file + ":1: halo.base-url: expected nothing in the file of a warehouse")
                    .contains("; take the line out and set SPARTANLAKE_HALO_BASE_URL");
        }
        assertThat(run(Map.of("SPARTANLAKE_CONFIG", file.toString()), "config").code())
                .isZero();
    }

    @Test
    void anOptionWinsOverTheVariableAndThatOverTheFile() throws IOException {
        configure("query.max-rows = 2\n");
        run(Map.of(), "ingest", matches());
        String sql = "SELECT match_id FROM match_documents";

        Run file = run(Map.of(), "sql", "--format", "csv", sql);
        Run variable = run(Map.of("SPARTANLAKE_QUERY_MAX_ROWS", "3"), "sql", "--format", "csv", sql);
        Run option = run(Map.of("SPARTANLAKE_QUERY_MAX_ROWS", "3"), "sql", "--format", "csv", "--max-rows", "4", sql);

        assertThat(file.out()).hasLineCount(3);
        assertThat(file.err()).isEqualTo("There are more rows than the 2 shown; raise --max-rows to see them.\n");
        assertThat(variable.out()).hasLineCount(4);
        assertThat(option.out()).hasLineCount(5);
    }

    @Test
    void theLanguageIsTheConfiguredOneUnlessNamed() throws IOException {
        configure("display.language = \"fr\"\n");
        run(Map.of(), "ingest", matches());

        assertThat(run(Map.of(), "status").out()).contains("Matchs");
        assertThat(run(Map.of(), "status", "--lang", "en").out()).contains("Matches");
        assertThat(run(Map.of("SPARTANLAKE_DISPLAY_LANGUAGE", "en"), "status").out())
                .contains("Matches");
    }

    @Test
    void aFileInADirectoryWithoutWarehouseDoesNotKeepABackupFromBeingRestored() throws IOException {
        run(Map.of(), "ingest", matches());
        run(Map.of(), "backup", directory.resolve("backup").toString());
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("spartanlake.toml"), "lock.wait = \"1s\"\n");

        Run restore = Run.in(other, "restore", directory.resolve("backup").toString());
        Run replace = Run.in(other, "restore", directory.resolve("backup").toString(), "--replace");

        assertThat(restore.code()).as(restore.err()).isZero();
        assertThat(replace.code()).as(replace.err()).isZero();
        assertThat(other.resolve("spartanlake.toml")).hasContent("lock.wait = \"1s\"\n");
        assertThat(Run.in(other, "verify", "--deep").code()).isZero();
    }

    @Test
    void recomputesWithWhatIsConfigured() throws IOException {
        run(Map.of(), "ingest", matches(), "--player", PLAYER);
        long before = sessions();
        Path file = configure("session.gap = \"7m\"\n");

        Run config = run(Map.of(), "config");
        Run status = run(Map.of(), "status");
        Run dry = run(Map.of(), "recompute", "--dry-run");
        long untouched = sessions();
        Run done = run(Map.of(), "recompute");
        long after = sessions();
        Run again = run(Map.of(), "recompute");

        String remark =
                "This warehouse's sessions and scores are made with session.gap 2h, score.weights 30 25 15 20 10;"
                        + " configured is session.gap 7m, score.weights 30 25 15 20 10. Make them anew with: spartanlake recompute --warehouse "
                        + warehouse() + "\n";
        assertThat(config.err()).isEqualTo("Configuration file: " + file + "\n" + remark);
        assertThat(status.err()).isEqualTo(remark);
        assertThat(dry.code()).isZero();
        assertThat(dry.out())
                .startsWith("Dry run, nothing was changed. Sessions and scores would be made anew with session.gap 7m,"
                        + " score.weights 30 25 15 20 10.\nBefore: session.gap 2h, score.weights 30 25 15 20 10.\n  "
                        + PLAYER + ": " + after + " sessions instead of " + before + ", ");
        assertThat(untouched).isEqualTo(before);
        assertThat(done.code()).isZero();
        assertThat(done.out())
                .startsWith("Sessions and scores are made anew with session.gap 7m, score.weights 30 25 15 20 10; ")
                .endsWith(dry.out().substring(dry.out().indexOf("Before")));
        assertThat(after).isGreaterThan(before);
        assertThat(again.out())
                .isEqualTo(
                        "Nothing to do: sessions and scores are made with session.gap 7m, score.weights 30 25 15 20 10"
                                + " already.\n");
        assertThat(run(Map.of(), "status").err()).isEmpty();
        assertThat(run(Map.of(), "verify", "--deep").code()).isZero();
    }

    @Test
    void anIngestKeepsTheRulesOfTheWarehouseAndSaysSo() throws IOException {
        run(Map.of(), "ingest", matches(), "--player", PLAYER);
        long before = sessions();

        Run again = run(Map.of("SPARTANLAKE_SESSION_GAP", "7m"), "ingest", matches());

        assertThat(again.err()).contains("configured is session.gap 7m");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void recomputingNeedsAWarehouse() {
        for (String option : List.of("--dry-run", "--wait=0s")) {
            Run run = run(Map.of(), "recompute", option);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("spartanlake: there is no warehouse in ")
                    .endsWith("[WH-FORMAT-002]\n");
            assertThat(warehouse()).doesNotExist();
        }
    }

    private long sessions() {
        Run run = run(Map.of(), "sql", "--format", "json", "SELECT count(*) AS n FROM meta.sessions");
        return new JsonMapper().readTree(run.out()).at("/0/n").asLong();
    }

    private String matches() throws IOException {
        Path file = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        return file.toString();
    }

    private Path configure(String toml) throws IOException {
        Files.createDirectories(warehouse());
        return Files.writeString(warehouse().resolve("spartanlake.toml"), toml);
    }

    private Path warehouse() {
        return directory.resolve("warehouse");
    }

    private Run run(Map<String, String> variables, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--warehouse", warehouse().toString()));
        return Run.with(variables, "", all.toArray(String[]::new));
    }
}
