package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.query.statement.HostileStatements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The fence alone: every hostile statement is sent past the guard, straight to a connection of the instance.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FenceTest {

    private static final String SECRET = "top-secret-content";

    @TempDir
    static Path directory;

    private QueryEngine engine;
    private QueryEngine unchanged;
    private Map<String, String> before;

    @BeforeAll
    void open() throws Exception {
        Files.writeString(directory.resolve("secret.csv"), "a\n" + SECRET + "\n", StandardCharsets.UTF_8);
        engine = QueryEngine.open(SampleRelations.in(directory), SampleRelations.LIMITS);
        engine.query("SELECT * FROM match_facts", List.of());
        unchanged = QueryEngine.open(SampleRelations.in(directory), SampleRelations.LIMITS);
        unchanged.query("SELECT * FROM match_facts", List.of());
        before = contents();
    }

    @AfterAll
    void close() {
        engine.close();
        unchanged.close();
    }

    /// A read of raw memory ends the process: against that one only the guard helps.
    static Stream<String> survivable() {
        return HostileStatements.all().filter(sql -> !sql.contains("arrow_scan"));
    }

    /// Ending the transaction takes a second statement behind, which the guard refuses twice. What that could
    /// then change is a disposable copy in memory.
    static Stream<String> oneByOne() {
        return survivable().filter(sql -> !sql.startsWith("COMMIT;"));
    }

    @ParameterizedTest
    @MethodSource("survivable")
    void keepsFilesUnreadAndUnwritten(String hostile) throws Exception {
        String seen;
        try (Connection connection = engine.fencedConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION READ ONLY");
            seen = run(filled(hostile), connection);
        }

        assertThat(seen).doesNotContain(SECRET);
        assertThat(contents()).isEqualTo(before);
        assertThat(setting("enable_external_access")).isEqualTo("false");
        assertThat(setting("lock_configuration")).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource("oneByOne")
    void keepsRelationsUnchangedInATransactionThatOnlyReads(String hostile) throws Exception {
        try (Connection connection = unchanged.fencedConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION READ ONLY");
            run(filled(hostile), connection);
        }

        try (Connection connection = unchanged.fencedConnection()) {
            assertThat(run("SELECT count(*), sum(kills) FROM match_facts", connection))
                    .isEqualTo("300|14850\n");
            assertThat(run("SELECT count(*) FROM matches", connection)).isEqualTo("300\n");
            assertThat(run("SHOW TABLES", connection)).isEqualTo("highlight_events\nmatch_facts\nmatches\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('FILE')",
                "SELECT * FROM 'FILE'",
                "SELECT * FROM sniff_csv('FILE')",
                "SELECT * FROM glob('DIRECTORY/*')",
                "COPY (SELECT 1) TO 'TARGET'",
                "WITH x AS (COPY (SELECT 1) TO 'TARGET') SELECT * FROM x",
                "ATTACH 'TARGET' AS other",
                "EXPORT DATABASE 'TARGET'",
                "LOAD 'TARGET'",
                "INSTALL httpfs",
                "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'b')",
                "SET enable_external_access = true",
                "SET threads = 1",
                "RESET memory_limit"
            })
    void refusesWithAnError(String hostile) throws Exception {
        try (Connection connection = engine.fencedConnection();
                Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(filled(hostile)))
                    .withMessageMatching("(?s).*(disabled|locked|Cannot|cannot|not allowed|does not exist|Invalid).*");
        }
    }

    @Test
    void leavesNothingForTheNextStatement() throws Exception {
        try (Connection connection = engine.fencedConnection()) {
            run("CREATE TEMP TABLE left_behind AS SELECT 1", connection);
            run("SET VARIABLE left_behind = 1", connection);
        }

        try (Connection connection = engine.fencedConnection()) {
            assertThat(run("SHOW ALL TABLES", connection)).doesNotContain("left_behind");
            assertThat(run("SELECT getvariable('left_behind')", connection)).isEqualTo("null\n");
        }
    }

    /// Runs whatever the text holds and returns all that it shows, errors included.
    private static String run(String sql, Connection connection) {
        StringBuilder seen = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    append(rows, seen);
                }
            }
        } catch (SQLException | DateTimeException refused) {
            seen.append(refused.getMessage());
        }
        return seen.toString();
    }

    private static void append(ResultSet rows, StringBuilder seen) throws SQLException {
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                seen.append(i > 1 ? "|" : "").append(rows.getObject(i));
            }
            seen.append('\n');
        }
    }

    private String setting(String name) throws SQLException {
        try (Connection connection = engine.fencedConnection()) {
            return run("SELECT current_setting('" + name + "')", connection).strip();
        }
    }

    private String filled(String hostile) {
        return hostile.replace("FILE", path("secret.csv"))
                .replace("TARGET", path("written"))
                .replace("DIRECTORYNAME", directory.getFileName().toString())
                .replace("DIRECTORY", directory.toString());
    }

    private static String path(String name) {
        return directory.resolve(name).toString();
    }

    private static Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(
                        directory.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " "
                                + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).hashCode());
            }
        }
        return contents;
    }
}
