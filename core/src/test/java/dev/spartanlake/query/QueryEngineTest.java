package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowSource;
import dev.spartanlake.query.result.ResultColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryEngineTest {

    @TempDir
    static Path directory;

    private QueryEngine engine;
    private QueryEngine streaming;

    @BeforeAll
    void open() throws Exception {
        List<Relation> relations = SampleRelations.in(directory);
        engine = QueryEngine.open(relations, SampleRelations.LIMITS);
        streaming = QueryEngine.open(relations, SampleRelations.STREAMING);
    }

    @AfterAll
    void close() {
        engine.close();
        streaming.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM match_facts",
                "select COUNT(*) from MATCH_FACTS;",
                "FROM match_facts SELECT count(*)",
                "-- how many?\nSELECT count(*) /* ; all */ FROM \"Match_Facts\" -- of them",
                "SELECT count(*) FROM main.match_facts",
                "SELECT count(*) FROM memory.main.match_facts",
                "SELECT count(*) FROM memory.match_facts",
                "WITH f AS (SELECT * FROM match_facts) SELECT count(*) FROM f",
                "WITH match_facts AS (SELECT * FROM main.match_facts) SELECT count(*) FROM match_facts",
                "(SELECT count(*) FROM match_facts)",
                "SELECT count(*) FROM matches",
                "SELECT count(*) FROM match_facts f JOIN meta.players p USING (xuid)",
                "SELECT sum(n) FROM (SELECT count(*) AS n FROM match_facts GROUP BY month)",
                "SELECT max(f) FROM (SELECT row_number() OVER (ORDER BY match_id) AS f FROM match_facts)",
                "SELECT len(list(f)) FROM match_facts f",
                "SELECT count(*) FROM match_facts NATURAL JOIN (SELECT match_id FROM match_facts)"
            })
    void answersEveryFormOfTheSameQuestion(String sql) {
        for (QueryEngine each : List.of(engine, streaming)) {
            assertThat(values(each.query(sql, List.of()))).hasSize(1);
            assertThat(values(each.query(sql, List.of())).getFirst().toString()).isEqualTo("300");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT sum(kills) FROM match_facts | 14850",
                "SELECT count(kda) FROM match_facts | 270",
                "SELECT match_id FROM match_facts ORDER BY start_time DESC LIMIT 1 | m3-99",
                "SELECT min(start_time) FROM match_facts | 2024-01-01T00:00:00Z",
                "SELECT count(*) FROM highlight_events | 0",
                "SELECT gamertag FROM meta.players WHERE tracked | Ada",
                "SELECT sum(kills) FROM matches WHERE gamertag = 'Ada' | 7350",
                "SELECT career_rank FROM META.\"Players\" ORDER BY 1 | 12",
                "SELECT #5 FROM match_facts ORDER BY 1 DESC LIMIT 1 | 99",
                "SELECT COLUMNS('kil.*') FROM match_facts ORDER BY 1 DESC LIMIT 1 | 99",
                "SELECT c FROM match_facts t(a, b, c) ORDER BY c LIMIT 1 | 2024-01-01T00:00:00Z",
                "SELECT f.kills FROM (SELECT m AS f FROM match_facts m) ORDER BY 1 DESC LIMIT 1 | 99",
                "SELECT \"1\" FROM (PIVOT match_facts ON month IN (1) USING sum(kills) GROUP BY outcome) ORDER BY 1 | 1200",
                "VALUES (7) | 7",
                "SELECT 'a;b' | a;b",
                "SELECT repeat('ab', 3) | ababab",
                "SELECT lpad('7', 3, '0') | 007",
                "SELECT max(range) FROM range(10) | 9",
                "SELECT sum(x) FROM (SELECT unnest([1, 2, 3]) AS x) | 6",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT max(n) FROM t | 5"
            })
    void answersAsCountedByHand(String sql, String expected) {
        for (QueryEngine each : List.of(engine, streaming)) {
            QueryResult result = each.query(sql, List.of());

            assertThat(String.valueOf(result.rows().getFirst().getFirst())).isEqualTo(expected);
        }
    }

    @Test
    void keepsOrderNamesAndWidth() {
        QueryResult result = engine.query(
                "SELECT kills, kills, match_id AS \"the id\" FROM match_facts WHERE month = 2 ORDER BY kills DESC LIMIT 3",
                List.of());

        assertThat(result.columns())
                .containsExactly(
                        new ResultColumn("kills", "SMALLINT"),
                        new ResultColumn("kills", "SMALLINT"),
                        new ResultColumn("the id", "VARCHAR"));
        assertThat(result.rows())
                .containsExactly(
                        List.of((short) 99, (short) 99, "m2-99"),
                        List.of((short) 98, (short) 98, "m2-98"),
                        List.of((short) 97, (short) 97, "m2-97"));
        assertThat(result.truncated()).isFalse();
        assertThat(result.elapsed()).isPositive();
    }

    @Test
    void pivotsOverValuesFoundInTheData() {
        QueryResult result = engine.query(
                "PIVOT match_facts ON month USING count(*) AS n GROUP BY outcome ORDER BY outcome", List.of());

        assertThat(result.columns().stream().map(ResultColumn::name)).containsExactly("outcome", "1_n", "2_n", "3_n");
        assertThat(result.rows()).hasSize(4).contains(List.of((byte) 1, 25L, 25L, 25L));
    }

    @Test
    void unpivots() {
        assertThat(engine.query("UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b", List.of())
                        .rows())
                .containsExactly(List.of("a", 1), List.of("b", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN SELECT count(*) FROM match_facts",
                "EXPLAIN ANALYZE SELECT count(*) FROM match_facts",
                "EXPLAIN (FORMAT json) SELECT count(*) FROM match_facts",
                "explain (select 1)"
            })
    void explains(String sql) {
        QueryResult result = engine.query(sql, List.of());

        assertThat(result.columns()).extracting(ResultColumn::name).containsExactly("explain_key", "explain_value");
        assertThat(result.rows()).isNotEmpty();
    }

    @Test
    void listsRelationsWithAllTheirColumnsWhateverWasAskedBefore() {
        engine.query("SELECT sum(kills) FROM match_facts", List.of());

        assertThat(values(engine.query("show tables;", List.of())))
                .containsExactly("highlight_events", "match_facts", "matches", "meta.players");
        assertThat(values(engine.query("SHOW ALL TABLES", List.of()))).isNotEmpty();
        assertThat(values(engine.query("DESCRIBE match_facts", List.of())))
                .containsExactly("match_id", "xuid", "start_time", "month", "kills", "kda", "outcome", "document");
        assertThat(values(engine.query(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'match_facts'"
                                + " ORDER BY ordinal_position",
                        List.of())))
                .hasSize(8);
        assertThat(values(engine.query("SUMMARIZE match_facts", List.of()))).hasSize(8);
        assertThat(values(engine.query("SHOW match_facts", List.of()))).hasSize(8);
    }

    @Test
    void namesTheTablesWhenOneIsUnknown() {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query("SELECT * FROM match_fact", List.of()))
                .withMessage("There is no table match_fact. Did you mean match_facts? The tables are highlight_events,"
                        + " match_facts, matches, meta.players")
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_INVALID));
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query("SELECT * FROM players", List.of()))
                .withMessageContaining("Did you mean meta.players?");
    }

    @Test
    void takesAnUnknownNameForAMistakeWhateverItIs() {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query("SELECT locked FROM match_facts", List.of()))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_INVALID));
    }

    @Test
    void suggestsColumnsThatAreNotLoadedYet() throws Exception {
        try (QueryEngine fresh = QueryEngine.open(SampleRelations.in(directory), SampleRelations.LIMITS)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> fresh.query("SELECT kils FROM match_facts", List.of()))
                    .withMessageContaining("Referenced column \"kils\" not found")
                    .withMessageContaining("kills")
                    .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_INVALID));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELEC 1 | syntax error at or near \"SELEC\" (character 1: SELEC 1)",
                "SELECT 1 FROM | syntax error",
                "SELECT 'a | The quote opened at character 8 is never closed",
                "SELECT /* | The comment opened at character 8 is never closed",
                "; | The statement is empty",
                "SELECT foo(1) | Scalar Function with name foo does not exist!",
                "SELECT CAST('x' AS INTEGER) | Could not convert string 'x' to INT32",
                "SELECT $name | The parameter $name has a name"
            })
    void explainsMistakes(String sql, String message) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query(sql, List.of()))
                .withMessageContaining(message)
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.QUERY_INVALID);
                    assertThat(String.valueOf(error.getMessage()).lines()).hasSizeLessThanOrEqualTo(2);
                });
    }

    @Test
    void saysWhichSourceFailed() {
        RowSource broken = columns -> {
            throw new java.sql.SQLException("disk on fire");
        };
        Relation players = new Relation.JavaRows(RelationName.meta("players"), SampleRelations.PLAYER_COLUMNS, broken);

        try (QueryEngine failing = QueryEngine.open(List.of(players), SampleRelations.LIMITS)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> failing.query("SELECT * FROM meta.players", List.of()))
                    .withMessage("The rows of meta.players cannot be read: disk on fire")
                    .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.ENGINE));
        }
    }

    @Test
    void refusesAValueThatDoesNotFitItsColumn() {
        RowSource wide = columns -> SampleRelations.cursor(columns, List.of(List.of("0", "Ada", "not a number", 1)));
        Relation players = new Relation.JavaRows(RelationName.meta("players"), SampleRelations.PLAYER_COLUMNS, wide);

        try (QueryEngine failing = QueryEngine.open(List.of(players), SampleRelations.LIMITS)) {
            assertThat(values(failing.query("SELECT gamertag FROM meta.players", List.of())))
                    .containsExactly("Ada");
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> failing.query("SELECT career_rank FROM meta.players", List.of()))
                    .withMessageStartingWith("The rows of meta.players cannot be read: ");
        }
    }

    @Test
    void reportsDamagedFilesAsDamage() throws Exception {
        Path good = directory.resolve("good.parquet");
        SampleRelations.write("SELECT i::VARCHAR AS match_id, i::INTEGER AS kind FROM range(500000) t(i)", good);
        Path bad = directory.resolve("bad.parquet");
        byte[] bytes = Files.readAllBytes(good);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 2_000; i++) {
            bytes[i] = (byte) 0xAA;
        }
        Files.write(bad, bytes);
        Path text = Files.writeString(directory.resolve("text.parquet"), "not parquet", StandardCharsets.UTF_8);
        Path shorter = directory.resolve("shorter.parquet");
        SampleRelations.write("SELECT i::VARCHAR AS match_id, i::INTEGER AS kind FROM range(499999) t(i)", shorter);
        List<ParquetFile> files = List.of(
                new ParquetFile(bad, bytes.length, 500_000),
                new ParquetFile(text, Files.size(text), 1),
                new ParquetFile(directory.resolve("missing.parquet"), 100, 1),
                new ParquetFile(good, bytes.length + 1L, 500_000),
                new ParquetFile(shorter, Files.size(shorter), 500_000));
        List<RelationColumn> columns =
                List.of(new RelationColumn("match_id", "VARCHAR"), new RelationColumn("kind", "INTEGER"));

        for (ParquetFile file : files) {
            Relation relation = new Relation.ParquetFiles(RelationName.main("events"), columns, List.of(file));
            for (Limits limits : List.of(SampleRelations.LIMITS, SampleRelations.STREAMING)) {
                try (QueryEngine damaged = QueryEngine.open(List.of(relation), limits)) {
                    // What a first failure leaves behind must not change what a second one says.
                    for (int asked = 0; asked < 2; asked++) {
                        assertThatExceptionOfType(WarehouseException.class)
                                .isThrownBy(
                                        () -> damaged.query("SELECT max(match_id), sum(kind) FROM events", List.of()))
                                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.DAMAGED))
                                .withMessageMatching("(?s).*(cannot be read|is not what was committed|rows, found).*")
                                .withMessageNotContaining("DROP");
                    }
                }
            }
        }
    }

    @Test
    void tellsADiskThatDoesNotAnswerFromDamage() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Path unanswered = directory.resolve("x".repeat(300));
        List<RelationColumn> columns = List.of(new RelationColumn("match_id", "VARCHAR"));
        Map<Path, ErrorCode> codes =
                Map.of(unanswered, ErrorCode.STORAGE, file.resolve("data.parquet"), ErrorCode.DAMAGED);

        codes.forEach((path, code) -> {
            Relation relation = new Relation.ParquetFiles(
                    RelationName.main("events"), columns, List.of(new ParquetFile(path, 100, 1)));
            for (Limits limits : List.of(SampleRelations.LIMITS, SampleRelations.STREAMING)) {
                try (QueryEngine engine = QueryEngine.open(List.of(relation), limits)) {
                    assertThatExceptionOfType(WarehouseException.class)
                            .isThrownBy(() -> engine.query("FROM events", List.of()))
                            .satisfies(error -> assertThat(error.code()).isEqualTo(code))
                            .withMessageContaining(path.toString());
                }
            }
        });
    }

    @Test
    void readsFilesWhoseNamesLookLikePatterns() throws Exception {
        Path file = Files.createDirectories(directory.resolve("a[b]c '{x}'")).resolve("data.parquet");
        SampleRelations.write("SELECT 42::INTEGER AS answer", file);
        Relation relation = new Relation.ParquetFiles(
                RelationName.main("answers"),
                List.of(new RelationColumn("answer", "INTEGER")),
                List.of(SampleRelations.file(file)));

        for (Limits limits : List.of(SampleRelations.LIMITS, SampleRelations.STREAMING)) {
            try (QueryEngine odd = QueryEngine.open(List.of(relation), limits)) {
                assertThat(values(odd.query("FROM answers", List.of()))).containsExactly(42);
            }
        }
    }

    @Test
    void refusesTwoRelationsOfOneName() {
        Relation empty = new Relation.ParquetFiles(
                RelationName.main("a"), List.of(new RelationColumn("x", "INTEGER")), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryEngine.open(List.of(empty, empty), SampleRelations.LIMITS))
                .withMessage("There are two relations named a");
    }

    @Test
    void refusesQuestionsOnceClosed() {
        QueryEngine closed = QueryEngine.open(List.of(), SampleRelations.LIMITS);
        closed.close();
        closed.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> closed.query("SELECT 1", List.of()))
                .withMessage("The query engine is closed");
    }

    private static List<@Nullable Object> values(QueryResult result) {
        List<@Nullable Object> first = new ArrayList<>();
        result.rows().forEach(row -> first.add(row.getFirst()));
        return first;
    }
}
