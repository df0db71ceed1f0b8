package dev.spartanlake.query.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The guard alone, on a connection without any fence.
class StatementGuardTest {

    private static final Set<RelationName> KNOWN =
            Set.of(RelationName.main("match_facts"), RelationName.main("matches"), RelationName.meta("players"));

    private static final List<RelationColumn> FACT_COLUMNS = Stream.of(
                    "match_id", "xuid", "start_time", "month", "kills", "kda", "outcome", "document")
            .map(name -> new RelationColumn(name, "VARCHAR"))
            .toList();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    static Stream<String> hostile() {
        return HostileStatements.all()
                .map(sql -> sql.replace("FILE", "/tmp/x.csv")
                        .replace("TARGET", "/tmp/y")
                        .replace("DIRECTORYNAME", "tmp")
                        .replace("DIRECTORY", "/tmp"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses(String sql) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> check(sql))
                .satisfies(error -> {
                    assertThat(error.code()).isIn(ErrorCode.QUERY_REFUSED, ErrorCode.QUERY_INVALID);
                    assertThat(String.valueOf(error.getMessage()).lines()).hasSize(1);
                });
    }

    @Test
    void refusesNearlyAllByDesignRatherThanByAccident() {
        List<String> invalid =
                hostile().filter(sql -> codeOf(sql) == ErrorCode.QUERY_INVALID).toList();

        assertThat(hostile()).hasSizeGreaterThan(100);
        assertThat(invalid)
                .containsExactlyInAnyOrder(
                        "FROM match_facts SELECT * INTO '/tmp/y'",
                        "SHOW threads",
                        "SELECT 1) AS q(c0)) LIMIT 1; COPY (SELECT 1) TO '/tmp/y'; SELECT * FROM (SELECT 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY t TO 'x' | expected SELECT, FROM, WITH, VALUES, TABLE, PIVOT, UNPIVOT, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN, found COPY",
                "WITH x AS (COPY (SELECT 1) TO 'f') FROM x | found COPY inside the statement",
                "WITH x AS (DELETE FROM match_facts RETURNING *) FROM x | found DELETE inside the statement",
                "SELECT 1; SELECT 2 | One statement at a time: found a semicolon",
                "FROM 'a.csv' | Files cannot be read: found FROM 'a.csv'",
                "FROM read_csv('a') | The function read_csv is not available",
                "SELECT getenv('a') | The function getenv is not available",
                "SELECT system.main.repeat('a', 2) | Functions are called without a prefix: found system.main.repeat",
                "FROM other.main.t | The database other is not part of the warehouse",
                "SHOW VARIABLES | SHOW VARIABLES is not answered here",
                "SELECT * FROM (PIVOT match_facts ON kills USING count(*)) | inside a query, PIVOT needs its values"
            })
    void saysWhy(String sql, String reason) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> check(sql))
                .withMessageContaining(reason)
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT 'COPY (SELECT 1) TO ''x''' AS \"DROP TABLE match_facts\"",
                "SELECT kills AS copy, kda AS insert FROM match_facts",
                "SELECT [1, 2], {'a': 1}, MAP {'k': 1}, CASE WHEN true THEN 1 END",
                "SELECT list_transform([1, 2], lambda x: x + 1)",
                "SELECT count(*) FILTER (WHERE kills > 3) OVER (PARTITION BY month) FROM match_facts",
                "SELECT * EXCLUDE (kills) REPLACE (1 AS kda) FROM match_facts",
                "SELECT * FROM match_facts ASOF JOIN matches USING (start_time)",
                "SELECT * FROM match_facts POSITIONAL JOIN matches",
                "SELECT * FROM range(3) t(i), unnest([1, 2]) u(j), generate_series(1, 2)",
                "SELECT * FROM match_facts USING SAMPLE 10",
                "SELECT * FROM match_facts UNION BY NAME SELECT * FROM matches",
                "SELECT regexp_replace('a', 'b', 'c'), strftime(now(), '%Y'), epoch(now())",
                "WITH RECURSIVE t AS (SELECT 1 AS n UNION SELECT n + 1 FROM t WHERE n < 3) FROM t",
                "WITH t AS MATERIALIZED (SELECT 1) FROM t",
                "SELECT * FROM match_facts WHERE kills > ALL (SELECT kills FROM matches)",
                "SELECT * FROM duckdb_columns()",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM sqlite_master",
                "SELECT * FROM pg_tables",
                "DESCRIBE match_facts",
                "SHOW match_facts",
                "SUMMARIZE SELECT * FROM match_facts",
                "SHOW TABLES",
                "SHOW ALL TABLES",
                "PIVOT match_facts ON month, outcome IN (1, 2) USING sum(kills), count(*) GROUP BY xuid ORDER BY 1 LIMIT 3",
                "WITH f AS (SELECT * FROM match_facts) PIVOT f ON month USING count(*)",
                "FROM match_facts SELECT kills ORDER BY ALL LIMIT 10 OFFSET 1",
                "SELECT $1, $2",
                "SELECT ?, ?",
                "SELECT * FROM ((match_facts))",
                "EXPLAIN (FORMAT json, ANALYZE) SELECT 1",
                "EXPLAIN ANALYZE (SELECT 1)"
            })
    void letsQuestionsPass(String sql) throws SQLException {
        assertThat(check(sql)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT kills FROM match_facts WHERE kda > 1 | kills,kda",
                "SELECT count(*) FROM match_facts | match_id",
                "SELECT f.kills FROM match_facts f | kills",
                "SELECT kills FROM match_facts JOIN meta.players USING (xuid) | xuid,kills",
                "SELECT (SELECT max(kills) FROM match_facts) | kills",
                "SELECT * FROM match_facts | match_id,xuid,start_time,month,kills,kda,outcome,document",
                "SELECT f FROM match_facts f | match_id,xuid,start_time,month,kills,kda,outcome,document",
                "SELECT match_facts FROM match_facts | match_id,xuid,start_time,month,kills,kda,outcome,document",
                "SELECT a FROM match_facts t(a) | match_id,xuid,start_time,month,kills,kda,outcome,document",
                "PIVOT match_facts ON month USING count(*) | match_id,xuid,start_time,month,kills,kda,outcome,document"
            })
    void seesWhichColumnsAreUsed(String sql, String columns) throws SQLException {
        List<RelationColumn> used = check(sql).used(FACT_COLUMNS);

        assertThat(used).extracting(RelationColumn::name).containsExactly(columns.split(","));
    }

    @Test
    void seesWhichRelationsAreUsed() throws SQLException {
        Footprint footprint = check("WITH match_facts AS (SELECT * FROM META.\"Players\") FROM match_facts, matches");

        assertThat(footprint.relations()).isEqualTo(KNOWN);
    }

    @Test
    void allowsNoTableFunctionThatReadsAnything() throws SQLException {
        Set<String> allowed = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT function_name FROM duckdb_functions()"
                        + " WHERE function_type IN ('table', 'table_macro', 'pragma')")) {
            while (rows.next()) {
                if (FunctionRules.allowsTableFunction(rows.getString(1))) {
                    allowed.add(rows.getString(1));
                }
            }
        }

        assertThat(allowed)
                .containsExactly(
                        "duckdb_columns",
                        "duckdb_functions",
                        "duckdb_keywords",
                        "duckdb_schemas",
                        "duckdb_tables",
                        "duckdb_types",
                        "duckdb_views",
                        "generate_series",
                        "icu_calendar_names",
                        "json_each",
                        "json_tree",
                        "pg_timezone_names",
                        "range",
                        "unnest");
    }

    @Test
    void allowsNoScalarFunctionWithASuspiciousName() throws SQLException {
        Set<String> allowed = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT DISTINCT function_name FROM duckdb_functions()"
                                + " WHERE function_type IN ('scalar', 'aggregate') AND regexp_matches(function_name,"
                                + " 'read|write|file|glob|secret|setting|getenv|variable|sleep|load|attach|query|http|sql|log$')")) {
            while (rows.next()) {
                if (FunctionRules.allowsFunction(rows.getString(1))) {
                    allowed.add(rows.getString(1));
                }
            }
        }

        assertThat(allowed).as("names of paths and a logarithm").containsExactly("log", "parse_filename");
    }

    private static Footprint check(String sql) throws SQLException {
        return StatementGuard.check(StatementText.of(sql), KNOWN, connection);
    }

    private static ErrorCode codeOf(String sql) {
        try {
            check(sql);
            throw new AssertionError("not refused: " + sql);
        } catch (WarehouseException refused) {
            return refused.code();
        } catch (SQLException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
