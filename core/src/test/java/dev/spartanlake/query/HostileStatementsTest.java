package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Statements that want more than to read the warehouse. Each is refused by the guard, and those that reach outside
/// are refused
/// by the fence alone as well.
class HostileStatementsTest {

    private static final RelationName TABLE = new RelationName(RelationName.MAIN, "t");

    @TempDir
    private Path directory;

    /// DIR stands for a directory in which `secret.txt` and `data.parquet` are.
    static Stream<String> reachingOutside() {
        return Stream.of(
                "SELECT * FROM read_text('DIR/secret.txt')",
                "SELECT * FROM read_blob('DIR/secret.txt')",
                "SELECT * FROM read_csv('DIR/secret.txt')",
                "SELECT * FROM read_csv_auto('DIR/secret.txt')",
                "SELECT * FROM read_json('DIR/secret.txt')",
                "SELECT * FROM read_parquet('DIR/data.parquet')",
                "SELECT * FROM parquet_scan('DIR/data.parquet')",
                "SELECT * FROM parquet_metadata('DIR/data.parquet')",
                "SELECT * FROM parquet_schema('DIR/data.parquet')",
                "SELECT * FROM parquet_kv_metadata('DIR/data.parquet')",
                "SELECT * FROM sniff_csv('DIR/secret.txt')",
                "SELECT * FROM glob('DIR/*')",
                "SELECT * FROM 'DIR/data.parquet'",
                "SELECT * FROM 'DIR/secret.txt'",
                "SELECT (SELECT content FROM read_text('DIR/secret.txt'))",
                "WITH x AS (SELECT * FROM read_text('DIR/secret.txt')) SELECT * FROM x",
                "SELECT * FROM t WHERE a IN (SELECT size FROM read_blob('DIR/secret.txt'))",
                "SELECT * FROM t, LATERAL (SELECT * FROM read_text('DIR/secret.txt'))",
                "COPY t TO 'DIR/new.csv'",
                "COPY (SELECT 1) TO 'DIR/new.parquet' (FORMAT parquet)",
                "COPY t FROM 'DIR/secret.txt'",
                "WITH x AS (COPY (SELECT 1) TO 'DIR/new.csv') SELECT * FROM x",
                "EXPORT DATABASE 'DIR/new'",
                "IMPORT DATABASE 'DIR'",
                "ATTACH 'DIR/new.duckdb' AS other",
                "ATTACH 'DIR/secret.txt' AS other (TYPE sqlite)",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD 'DIR/secret.txt'",
                "FORCE INSTALL sqlite FROM community",
                "SELECT * FROM read_csv('https://example.com/x.csv')",
                "SELECT * FROM 'https://example.com/x.parquet'",
                "SELECT * FROM 's3://bucket/x.parquet'",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "SET memory_limit = '100GB'",
                "RESET enable_external_access",
                "PRAGMA enable_external_access",
                "CREATE PERSISTENT SECRET s (TYPE s3)");
    }

    static Stream<String> changingThings() {
        return Stream.of(
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP TABLE t",
                "DROP TABLE t",
                "CREATE TABLE u (a INTEGER)",
                "CREATE TEMP TABLE u AS SELECT 1",
                "CREATE MACRO f() AS 1",
                "CREATE VIEW v AS SELECT 1",
                "INSERT INTO t VALUES (1)",
                "WITH x AS (INSERT INTO t VALUES (1) RETURNING a) SELECT * FROM x",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "TRUNCATE t",
                "MERGE INTO t USING t AS s ON t.a = s.a WHEN MATCHED THEN DELETE",
                "ALTER TABLE t ADD COLUMN b INTEGER",
                "DETACH memory",
                "USE memory",
                "CHECKPOINT",
                "VACUUM",
                "BEGIN TRANSACTION",
                "PREPARE p AS SELECT 1",
                "EXECUTE p",
                "CALL pragma_version()",
                "PRAGMA database_list",
                "EXPLAIN DELETE FROM t",
                "EXPLAIN ANALYZE COPY t TO 'DIR/new.csv'",
                "/* SELECT */ DROP TABLE t",
                "SELECT * FROM query('DROP TABLE t')",
                "SELECT * FROM query_table('t')",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM duckdb_secrets()",
                "SELECT * FROM pragma_database_list()",
                "SELECT * FROM json_execute_serialized_sql('{}')",
                "SELECT current_setting('memory_limit')",
                "SELECT getvariable('x')",
                "SELECT getenv('HOME')",
                "SELECT system.main.lower('x')",
                "SELECT repeat('x', 2000000000)",
                "SELECT repeat(repeat('x', 9999), 9999)",
                "SELECT repeat('x', a) FROM t",
                "SELECT lpad('x', 2000000000, 'y')",
                "SELECT printf('%2000000000d', 1)",
                "SELECT format('{:2000000000}', 1)",
                "SELECT len(range(1000000000))",
                "SELECT list_resize([1], 2000000000)",
                "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000),
                "SELECT '" + "x".repeat(200_000) + "'");
    }

    static Stream<String> all() {
        return Stream.concat(reachingOutside(), changingThings());
    }

    @ParameterizedTest
    @MethodSource("all")
    void areRefusedByTheGuard(String template) throws IOException {
        String sql = prepared(template);
        Set<String> before = files();

        try (QueryEngine engine = QueryEngine.open(List.of(table()), Limits.standard())) {
            assertThatThrownBy(() -> engine.query(sql, List.of()))
                    .isInstanceOf(WarehouseException.class)
                    .satisfies(failure -> assertThat(((WarehouseException) failure).code())
                            .isIn(ErrorCode.QUERY_REFUSED, ErrorCode.QUERY_INVALID))
                    .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
            assertThat(engine.query("SELECT count(*) FROM t", List.of()).rows()).isEqualTo(List.of(List.of(1L)));
        }

        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("reachingOutside")
    void areStoppedByTheFenceAlone(String template) throws IOException, SQLException {
        String sql = prepared(template);
        Set<String> before = files();

        try (Fence fence = Fence.open(Limits.standard())) {
            fence.load((Relation.JavaRows) table());
            fence.raise();
            try (Statement statement = fence.connection().createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
            }
        }

        assertThat(files()).isEqualTo(before);
    }

    private static Relation table() {
        return new Relation.JavaRows(TABLE, List.of(new RelationColumn("a", "BIGINT")), () -> List.of(List.of(1L)));
    }

    private String prepared(String template) throws IOException {
        Files.writeString(directory.resolve("secret.txt"), "a secret");
        Files.write(directory.resolve("data.parquet"), new byte[] {'P', 'A', 'R', '1'});
        return template.replace("DIR", directory.toString().replace("'", "''"));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return Set.copyOf(files.map(Path::toString).toList());
        }
    }
}
