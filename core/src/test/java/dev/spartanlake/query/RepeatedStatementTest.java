package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A statement that is asked again is prepared, which must not show but in its speed.
class RepeatedStatementTest {

    private static final int TIMES = 4;

    @TempDir
    private Path directory;

    private QueryEngine engine;

    @BeforeEach
    void open() throws Exception {
        engine = QueryEngine.open(SampleRelations.in(directory), SampleRelations.LIMITS);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void answersWithTheParametersOfEachTime() {
        for (long month = 1; month <= 3; month++) {
            assertThat(rows("SELECT DISTINCT CAST(month AS BIGINT) FROM match_facts WHERE month = ?", month))
                    .as("month " + month)
                    .containsExactly(List.of(month));
        }
        assertThat(rows("SELECT DISTINCT CAST(month AS BIGINT) FROM match_facts WHERE month = ?", 99L))
                .isEmpty();
        assertThat(rows("SELECT DISTINCT CAST(month AS BIGINT) FROM match_facts WHERE month = ?", 2L))
                .containsExactly(List.of(2L));
    }

    @Test
    void tellsApartWhatKindsOfParametersItHas() {
        for (int i = 0; i < TIMES; i++) {
            assertThat(rows("SELECT ? AS given", "text")).containsExactly(List.of("text"));
            assertThat(rows("SELECT ? AS given", 7L)).containsExactly(List.of(7L));
            assertThat(rows("SELECT ? AS given", (Object) null)).containsExactly(Arrays.asList((Object) null));
            assertThat(rows("SELECT ? AS given", Instant.EPOCH)).containsExactly(List.of(Instant.EPOCH));
        }
    }

    @Test
    void failsWhenItFailsAndAnswersAgainAfterwards() {
        String sql = "SELECT CASE WHEN month = ? THEN error('as asked') END AS e FROM match_facts LIMIT 1";
        for (int i = 0; i < TIMES; i++) {
            assertThat(rows(sql, 99L)).hasSize(1);
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query(sql.replace("LIMIT 1", ""), List.of(1L)))
                    .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.QUERY_INVALID))
                    .withMessageContaining("as asked");
        }
        assertThat(rows(sql.replace("LIMIT 1", ""), 99L)).hasSize(300);
    }

    /// By then DuckDB has delivered rows, and the driver ends them as it ends those of a whole result.
    @Test
    void tellsWhatFailsAtTheVeryEnd() {
        int rows = 2_000_000;
        String sql = "SELECT CASE WHEN i = " + (rows - 1) + " THEN error('at the end') ELSE i END AS i FROM range("
                + rows + ") r(i)";
        for (int i = 0; i < TIMES; i++) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query(sql, List.of(), SampleRelations.LIMITS.withRows(rows)))
                    .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.QUERY_INVALID))
                    .withMessageContaining("at the end");
        }
    }

    @Test
    void seesTheSameWhateverIsLoadedMeanwhile() {
        String sql = "SELECT count(*), sum(kills) FROM match_facts";
        List<?> first = rows(sql);
        rows(sql);
        rows("SELECT max(kda) FROM match_facts");
        assertThat(rows(sql)).isEqualTo(first);
        // The catalog shows every column: the table becomes a view again.
        rows("SELECT count(*) FROM duckdb_columns()");
        assertThat(rows(sql)).isEqualTo(first);
        assertThat(rows(sql)).isEqualTo(first);
    }

    @Test
    void makesVolatileValuesAnew() {
        List<Object> numbers = new ArrayList<>();
        List<Object> moments = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            numbers.add(rows("SELECT random() AS r").getFirst().getFirst());
            moments.add(rows("SELECT now() AS t").getFirst().getFirst());
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(moments).doesNotHaveDuplicates();
    }

    @Test
    void knowsEveryTypeStill() {
        String sql = "SELECT 1.25::DECIMAL(9, 2) AS d, [1, 2] AS l, {'a': 'b'} AS s, 'x'::BLOB AS b,"
                + " DATE '2025-01-31' AS day, TIME '10:11:12' AS t, INTERVAL 1 DAY AS i, NULL AS n, 1::HUGEINT AS h,"
                + " uuid '0b1c2d3e-0000-4000-8000-000000000001' AS u";
        QueryResult first = engine.query(sql, List.of());
        for (int i = 0; i < TIMES; i++) {
            QueryResult again = engine.query(sql, List.of());
            assertThat(again.columns()).isEqualTo(first.columns());
            assertThat(again.rows()).usingRecursiveComparison().isEqualTo(first.rows());
        }
    }

    @Test
    void keepsOrderAndLimit() {
        String sql = "SELECT match_id FROM match_facts ORDER BY match_id DESC";
        List<?> first = rows(sql);
        for (int i = 0; i < TIMES; i++) {
            assertThat(rows(sql)).isEqualTo(first);
        }
    }

    @Test
    void servesSeveralAtOnce() throws Exception {
        String sql = "SELECT count(*) FROM match_facts WHERE month = ?";
        List<Object> expected = new ArrayList<>();
        for (long month = 1; month <= 3; month++) {
            expected.add(rows(sql, month).getFirst().getFirst());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(TIMES)) {
            List<Future<Object>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                long month = 1L + i % 3;
                answers.add(threads.submit(() -> rows(sql, month).getFirst().getFirst()));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.get(i % 3));
            }
        }
    }

    @Test
    void answersMoreStatementsThanItKeeps() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 50; i++) {
                assertThat(rows("SELECT " + i + " AS n")).containsExactly(List.of(i));
            }
        }
    }

    private List<List<@Nullable Object>> rows(String sql, @Nullable Object... parameters) {
        return engine.query(sql, Arrays.asList(parameters)).rows();
    }
}
