package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Statements for which the files of one player are enough, among others.
class ScopedStatementsTest {

    private static final int PLAYERS = 4;
    private static final int MONTHS = 3;
    private static final RelationName FACTS = RelationName.main("facts");
    private static final List<RelationColumn> COLUMNS = List.of(
            new RelationColumn("player", "VARCHAR"),
            new RelationColumn("month", "TINYINT"),
            new RelationColumn("id", "INTEGER"),
            new RelationColumn("map", "VARCHAR"),
            new RelationColumn("unused", "INTEGER"));
    private static final Relation MAPS = new Relation.Derived(
            RelationName.main("maps"),
            "SELECT map, 'the ' || map AS name FROM (SELECT DISTINCT map FROM facts)",
            List.of(FACTS));
    private static final String NAMED = "SELECT id, name FROM facts JOIN maps USING (map) WHERE player = ? ORDER BY id";
    private static final String ALL_MAPS = "SELECT name FROM maps ORDER BY name";
    private static final String ALL_MAPS_BY_HAND = "SELECT DISTINCT 'the ' || map FROM facts ORDER BY 1";

    @TempDir
    private Path directory;

    private final Map<String, ParquetFile> files = new TreeMap<>();
    private int versions;
    private Limits limits = SampleRelations.LIMITS;
    private QueryEngine engine = QueryEngine.open(List.of(), SampleRelations.LIMITS);

    @BeforeEach
    void open() throws Exception {
        for (int player = 1; player <= PLAYERS; player++) {
            for (int month = 1; month <= MONTHS; month++) {
                write(player, month, 5 * player);
            }
        }
        reopen(SampleRelations.LIMITS);
    }

    private void reopen(Limits limits) {
        engine.close();
        engine = QueryEngine.open(relations(), limits);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void write(int player, int month, int rows) throws Exception {
        int version = versions++;
        Path path = directory.resolve(version + ".parquet");
        SampleRelations.write(
                "SELECT '" + player + "' AS player, " + month + "::TINYINT AS month, (" + version * 100
                        + " + i)::INTEGER AS id, 'map' || (i % 3 + " + version
                        + ") AS map, i::INTEGER AS unused FROM range("
                        + rows + ") t(i)",
                path);
        files.put(
                player + "/" + month,
                new ParquetFile(
                        path,
                        Files.size(path),
                        rows,
                        "version " + version,
                        Map.of("player", Integer.toString(player), "month", Integer.toString(month))));
    }

    private List<Relation> relations() {
        return List.of(new Relation.ParquetFiles(FACTS, COLUMNS, List.copyOf(files.values())), MAPS);
    }

    private List<List<String>> ask(String sql, Map<String, String> key, Object... parameters) {
        return engine
                .query(sql, Arrays.asList(parameters), limits, engine.state(), new FileScope(Map.of(FACTS, key)))
                .rows()
                .stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
    }

    private static Map<String, String> of(int player) {
        return Map.of("player", Integer.toString(player));
    }

    private List<List<String>> named(int player) {
        return ask(NAMED, of(player), Integer.toString(player));
    }

    private List<List<String>> namedByHand(int player) throws Exception {
        return byHand("SELECT id, 'the ' || map FROM facts WHERE player = '%s' ORDER BY id".formatted(player));
    }

    /// What DuckDB says about the files.
    private List<List<String>> byHand(String sql) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        List<Path> paths = files.values().stream().map(ParquetFile::path).toList();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW facts AS FROM " + Sql.parquet(paths));
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    static Stream<Limits> memories() {
        return Stream.of(
                SampleRelations.LIMITS,
                // Room for some of the files.
                new Limits(1_000, SampleRelations.LIMITS.time(), 512L << 20, 400L << 10),
                SampleRelations.STREAMING);
    }

    @ParameterizedTest
    @MethodSource("memories")
    void answersAboutSeveralPlayersAreThoseOfTheFilesWhateverWasAskedBefore(Limits memory) throws Exception {
        limits = memory;
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            reopen(memory);
            List<String> steps = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                int player = 1 + random.nextInt(PLAYERS);
                int month = 1 + random.nextInt(MONTHS);
                step(random.nextInt(9), player, month, steps, random);
            }
        }
    }

    private void step(int kind, int player, int month, List<String> steps, Random random) throws Exception {
        steps.add(kind + " of " + player + "/" + month);
        String told = steps.toString();
        switch (kind) {
            case 0, 1 -> assertThat(named(player)).as(told).isEqualTo(namedByHand(player));
            case 2 ->
                assertThat(ask("SELECT sum(id) FROM facts WHERE player = ?", of(player), Integer.toString(player)))
                        .as(told)
                        .isEqualTo(byHand("SELECT sum(id) FROM facts WHERE player = '" + player + "'"));
            case 3 ->
                assertThat(ask(
                                "SELECT count(*), sum(unused) FROM facts WHERE id IN (SELECT id FROM facts WHERE player = ?"
                                        + " AND month = ?)",
                                Map.of("player", Integer.toString(player), "month", Integer.toString(month)),
                                Integer.toString(player),
                                month))
                        .as(told)
                        .isEqualTo(byHand("SELECT count(*), sum(unused) FROM facts WHERE player = '" + player
                                + "' AND month = " + month));
            case 4 -> assertThat(ask(ALL_MAPS, Map.of())).as(told).isEqualTo(byHand(ALL_MAPS_BY_HAND));
            case 5 ->
                assertThat(ask("SELECT player, count(*), sum(id) FROM facts GROUP BY 1 ORDER BY 1", Map.of()))
                        .as(told)
                        .isEqualTo(byHand("SELECT player, count(*), sum(id) FROM facts GROUP BY 1 ORDER BY 1"));
            case 6 ->
                assertThat(ask(
                                "SELECT table_type FROM information_schema.tables WHERE table_name IN ('facts', 'maps')",
                                Map.of()))
                        .as(told)
                        .isEqualTo(List.of(List.of("VIEW"), List.of("VIEW")));
            case 7 -> {
                int[] delivered = new int[1];
                engine.deliver(ALL_MAPS, List.of(), limits, (_, cursor) -> {
                    while (cursor.next()) {
                        delivered[0]++;
                    }
                });
                assertThat(delivered[0])
                        .as(told)
                        .isEqualTo(byHand(ALL_MAPS_BY_HAND).size());
            }
            default -> {
                change(player, month, random);
                engine.answerAbout(relations());
            }
        }
    }

    private void change(int player, int month, Random random) throws Exception {
        if (random.nextInt(4) == 0 && files.size() > 4) {
            files.remove(player + "/" + month);
        } else {
            write(player, month, 1 + random.nextInt(20));
        }
    }

    @Test
    void filesOfOthersMayBeDamagedOrGone() throws Exception {
        List<List<String>> first = namedByHand(1);
        List<List<String>> second = namedByHand(2);
        assertThat(named(1)).isEqualTo(first);
        garble(path("3/1"));
        Files.delete(path("4/2"));
        assertThat(named(2)).isEqualTo(second);
        assertThat(named(1)).isEqualTo(first);
        requireDamaged(() -> named(3));
        requireDamaged(() -> named(4));
        requireDamaged(() -> ask(ALL_MAPS, Map.of()));
        assertThat(named(2)).isEqualTo(second);

        reopen(limits);
        requireDamaged(() -> ask(ALL_MAPS, Map.of()));
        assertThat(named(1)).isEqualTo(first);
    }

    @Test
    void filesThatAreLoadedMayBeDamagedWhenAnotherPlayersAreNeededInMoreColumns() throws Exception {
        List<List<String>> second = namedByHand(2);
        ask("SELECT max(id) FROM facts WHERE player = ?", of(1), "1");
        garble(path("1/1"));

        assertThat(named(2)).isEqualTo(second);
        requireDamaged(() -> named(1));
        assertThat(named(2)).isEqualTo(second);
    }

    @Test
    void ofWhomThereAreNoFilesThereAreNoRows() throws Exception {
        assertThat(named(9)).isEmpty();
        assertThat(named(1)).isEqualTo(namedByHand(1));
        assertThat(named(9)).isEmpty();
    }

    private Path path(String file) {
        return Objects.requireNonNull(files.get(file)).path();
    }

    private static void garble(Path path) throws Exception {
        byte[] bytes = Files.readAllBytes(path);
        Arrays.fill(bytes, (byte) 7);
        Files.write(path, bytes);
    }

    private static void requireDamaged(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(asked)
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.DAMAGED));
    }
}
