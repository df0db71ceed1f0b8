package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final Limits SHORT = new Limits(100, Duration.ofMillis(700), 256L << 20, 64L << 20);

    /// The time limit, the grace for cancelling, and what a busy machine adds.
    private static final Duration ANSWERED = Duration.ofSeconds(4);

    /// What one test leaves running must not slow or swell the next.
    @AfterEach
    void awaitThreadsLeftBehind() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("spartanlake-query")) {
                thread.join();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM range(100000000) a, range(100000) b",
                "SELECT range FROM range(100000000000) WHERE range = -1",
                "SELECT range FROM range(1000000) ORDER BY (SELECT count(*) FROM range(100000000000) t(i) WHERE i > range)",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 1 FROM t) SELECT count(*) FROM t",
                "SELECT count(*) FROM range(1000000) a JOIN range(1000000) b ON a.range * b.range > 17",
                "EXPLAIN ANALYZE SELECT count(*) FROM range(100000000) a, range(100000) b",
                "PIVOT (SELECT a.range % 2 AS x FROM range(100000000) a, range(100000) b) ON x USING count(*)",
                "SELECT max(regexp_replace(range::VARCHAR, '(1+)+$', 'x')) FROM range(100000000000)"
            })
    void endsWhatTakesTooLong(String sql) {
        try (QueryEngine engine = QueryEngine.open(List.of(), SHORT)) {
            assertRefused(
                    engine,
                    sql,
                    "The query did not finish within its time limit of 0.7 s; ask for less, or raise"
                            + " the time limit (query.timeout)");
            assertThat(engine.query("SELECT 1", List.of()).rows()).containsExactly(List.of(1));
        }
    }

    @Test
    void answersInTimeEvenWhenACallCannotBeStopped() {
        try (QueryEngine engine = QueryEngine.open(List.of(), SHORT)) {
            assertRefused(engine, "SELECT levenshtein(repeat('x', 30000), repeat('y', 30000))", "time limit");
        }
    }

    @Test
    void refusesFurtherQueriesWhileSeveralCannotBeStopped() {
        Limits shorter = SHORT.withTime(Duration.ofMillis(300));
        try (QueryEngine engine = QueryEngine.open(List.of(), shorter)) {
            // What a first query has to set up may take as long, and can be stopped.
            engine.query("SELECT 1", List.of(), SHORT.withTime(Duration.ofMinutes(1)));
            // Many times as long as the two refusals take, and no longer: closing waits for them.
            String endless = "SELECT levenshtein(repeat('x', 45000), repeat('y', 45000))";
            assertRefused(engine, endless, "time limit");
            assertRefused(engine, endless, "time limit");

            assertRefused(
                    engine,
                    "SELECT 1",
                    "2 earlier queries passed their limits and are still being stopped; try again later");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT repeat('x', 2000000000)",
                "SELECT strlen(repeat('x', 1000 * 2000000))",
                "SELECT lpad('x', 2000000000, 'y')",
                "SELECT rpad('x', 2000000000, 'y')",
                "SELECT len(list_resize([1], 2000000000))",
                "SELECT len(array_resize([1], 2000000000, 7))",
                "SELECT bit_length(bitstring('1', 2000000000))",
                "SELECT 'x'.repeat(2000000000)",
                "SELECT list_transform([2000000000], lambda n: repeat('x', n))"
            })
    void refusesOversizeAtOnce(String sql) {
        try (QueryEngine engine = QueryEngine.open(List.of(), SampleRelations.LIMITS)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query(sql, List.of()))
                    .withMessageEndingWith("Sizes given to repeat, lpad, rpad, list_resize, array_resize and bitstring"
                            + " may be at most 99,999");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT strlen(string_agg(repeat('x', 10000), ',')) FROM range(10000000)",
                "SELECT len(list(range)) FROM range(1000000000)",
                "SELECT count(*) FROM (SELECT DISTINCT range FROM range(1000000000))",
                "SELECT * FROM (SELECT range AS r, random() AS x FROM range(200000000)) ORDER BY x DESC, r OFFSET 1000000",
                "WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT max(strlen(s)) FROM t"
            })
    void endsWhatNeedsTooMuchMemory(String sql) {
        Limits patient = new Limits(100, Duration.ofSeconds(30), 128L << 20, 0);
        try (QueryEngine engine = QueryEngine.open(List.of(), patient)) {
            assertRefused(engine, sql, "The query needs more than its memory limit of 128 MiB");
            assertThat(engine.query("SELECT 1", List.of()).rows()).containsExactly(List.of(1));
        }
    }

    @Test
    void endsWhatAllocatesBehindTheBackOfDuckDb() {
        Limits patient = new Limits(100, Duration.ofSeconds(60), 64L << 20, 0);
        try (QueryEngine engine = QueryEngine.open(List.of(), patient)) {
            assertRefused(
                    engine,
                    "SELECT strlen(replace(repeat('x', 30000), 'x', repeat('y', 30000)))",
                    "The query needs more than its memory limit of 64 MiB");
        }
    }

    @Test
    void refusesAValueTooLargeToCopy() {
        try (QueryEngine engine = QueryEngine.open(List.of(), SampleRelations.LIMITS)) {
            for (String value : List.of(
                    "repeat(repeat('x', 10000), 2000)",
                    "[repeat(repeat('x', 10000), 2000)]",
                    "repeat(repeat('x', 10000), 2000)::BLOB",
                    "range(3000000)")) {
                assertRefused(
                        engine,
                        "SELECT " + value + " AS v",
                        "A value of the result is larger than 16 MiB, the most one value may have; select a part of it");
            }
            assertThat(engine.query("SELECT strlen(repeat(repeat('x', 10000), 1000))", List.of())
                            .rows())
                    .containsExactly(List.of(10_000_000L));
        }
    }

    @Test
    void refusesAResultTooLargeForTheHeap() {
        Limits many = new Limits(10_000_000, Duration.ofSeconds(30), 64L << 20, 0);
        try (QueryEngine engine = QueryEngine.open(List.of(), many)) {
            assertRefused(
                    engine,
                    "SELECT true AS a, true AS b, true AS c, true AS d, true AS e FROM range(1000000)",
                    "The result takes more than 64 MiB of memory; select fewer columns or rows, or lower the limit on rows (query.max-rows)");
        }
    }

    @ParameterizedTest
    @CsvSource({"99, 99, false", "100, 100, false", "101, 100, true", "100000, 100, true"})
    void saysWhetherRowsWereLeftOut(int rows, int expected, boolean truncated) {
        try (QueryEngine engine = QueryEngine.open(List.of(), SHORT)) {
            QueryResult result = engine.query("SELECT range FROM range(" + rows + ") ORDER BY 1", List.of());

            assertThat(result.rows()).hasSize(expected);
            assertThat(result.rows().getLast()).isEqualTo(List.of(expected - 1L));
            assertThat(result.truncated()).isEqualTo(truncated);
        }
    }

    @Test
    void endsAFailingResultWithItsErrorRatherThanEarly() {
        Limits many = new Limits(1_000_000, Duration.ofSeconds(30), 256L << 20, 0);
        try (QueryEngine engine = QueryEngine.open(List.of(), many)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query(
                            "SELECT CASE WHEN range = 90000 THEN error('boom') ELSE range END FROM range(100000)",
                            List.of()))
                    .withMessage("boom");
        }
    }

    @Test
    void refusesStatementsTooLongToBeQuestions() {
        try (QueryEngine engine = QueryEngine.open(List.of(), SHORT)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query("SELECT '" + "x".repeat(70_000) + "'", List.of()))
                    .withMessageContaining("at most 65536 are accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "NOT ", "- ", "CASE WHEN true THEN "})
    void survivesDeepNesting(String opening) {
        try (QueryEngine engine = QueryEngine.open(List.of(), SampleRelations.LIMITS)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query("SELECT " + opening.repeat(3_000) + "1", List.of()))
                    .withMessageMatching(".*(nests deeper than 200|syntax error|depth limit of 1000).*")
                    .satisfies(
                            error -> assertThat(error.code()).isIn(ErrorCode.QUERY_INVALID, ErrorCode.QUERY_REFUSED));
        }
    }

    @Test
    void refusesLimitsThatLimitNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, Duration.ofSeconds(1), 1L << 30, 0))
                .withMessageContaining("The limit on rows is out of range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, Duration.ZERO, 1L << 30, 0))
                .withMessageContaining("The limit on time is out of range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, Duration.ofSeconds(1), 1, 0))
                .withMessageContaining("The limit on memory is out of range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, Duration.ofSeconds(1), 1L << 30, 1L << 30))
                .withMessageContaining("The limit on resident memory is out of range");
    }

    private static void assertRefused(QueryEngine engine, String sql, String message) {
        long start = System.nanoTime();
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query(sql, List.of()))
                .withMessageContaining(message)
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_LIMIT));
        if (message.contains("time limit")) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ANSWERED);
        }
    }
}
