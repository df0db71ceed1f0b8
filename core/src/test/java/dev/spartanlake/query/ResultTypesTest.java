package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.result.ResultColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTypesTest {

    private static QueryEngine engine;

    @BeforeAll
    static void open() {
        engine = QueryEngine.open(List.of(), SampleRelations.LIMITS);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static Stream<Arguments> values() {
        Instant instant = Instant.parse("2024-01-02T01:04:05.123456Z");
        return Stream.of(
                Arguments.of("true", true),
                Arguments.of("(-128)::TINYINT", (byte) -128),
                Arguments.of("255::UTINYINT", (short) 255),
                Arguments.of("(-32768)::SMALLINT", (short) -32_768),
                Arguments.of("65535::USMALLINT", 65_535),
                Arguments.of("(-2147483648)::INTEGER", Integer.MIN_VALUE),
                Arguments.of("4294967295::UINTEGER", 4_294_967_295L),
                Arguments.of("9223372036854775807", Long.MAX_VALUE),
                Arguments.of("18446744073709551615::UBIGINT", new BigInteger("18446744073709551615")),
                Arguments.of(
                        "-170141183460469231731687303715884105727::HUGEINT",
                        new BigInteger("-170141183460469231731687303715884105727")),
                Arguments.of("7::UHUGEINT", BigInteger.valueOf(7)),
                Arguments.of("0.1::FLOAT", 0.1f),
                Arguments.of("'-0'::DOUBLE", -0.0),
                Arguments.of("'nan'::DOUBLE", Double.NaN),
                Arguments.of("'-inf'::DOUBLE", Double.NEGATIVE_INFINITY),
                Arguments.of("1.50", new BigDecimal("1.50")),
                Arguments.of(
                        "'1234567890123456789012.123456'::DECIMAL(38,6)",
                        new BigDecimal("1234567890123456789012.123456")),
                Arguments.of("DATE '1924-02-29'", LocalDate.of(1924, 2, 29)),
                Arguments.of(
                        "TIMESTAMP '2024-01-02 03:04:05.123456'", LocalDateTime.parse("2024-01-02T03:04:05.123456")),
                Arguments.of("TIMESTAMP_S '2024-01-02 03:04:05'", LocalDateTime.parse("2024-01-02T03:04:05")),
                Arguments.of(
                        "TIMESTAMP_NS '2024-01-02 03:04:05.123456789'",
                        LocalDateTime.parse("2024-01-02T03:04:05.123456789")),
                Arguments.of("TIMESTAMPTZ '2024-01-02 03:04:05.123456+02'", instant),
                Arguments.of(
                        "TIMESTAMPTZ '1969-12-31 23:59:59.999999+00'", Instant.parse("1969-12-31T23:59:59.999999Z")),
                Arguments.of("''", ""),
                Arguments.of("'né 🎮 \"x\"'", "né 🎮 \"x\""),
                Arguments.of("'\\x00\\xFFz'::BLOB", new byte[] {0, -1, 'z'}),
                Arguments.of("''::BLOB", new byte[0]),
                Arguments.of("INTERVAL '3 days 4 hours'", "3 days 04:00:00"),
                Arguments.of("TIME '03:04:05.5'", "03:04:05.5"),
                Arguments.of("'b'::ENUM('a', 'b')", "b"),
                Arguments.of("'0a3c5f6e-0000-4000-8000-000000000001'::UUID", "0a3c5f6e-0000-4000-8000-000000000001"),
                Arguments.of("'101'::BIT", "101"),
                Arguments.of("'{\"a\": 1}'::JSON", "{\"a\": 1}"),
                Arguments.of("NULL", null),
                Arguments.of("NULL::INTEGER[]", null),
                Arguments.of("[1::TINYINT, NULL]", Arrays.asList((byte) 1, null)),
                Arguments.of("[]::VARCHAR[]", List.of()),
                Arguments.of("[[1], [2, 3]]", List.of(List.of(1), List.of(2, 3))),
                Arguments.of("[1, 2]::BIGINT[2]", List.of(1L, 2L)),
                Arguments.of("[0.1::FLOAT]", List.of(0.1f)),
                Arguments.of("['nan'::DOUBLE, '-inf'::DOUBLE]", List.of(Double.NaN, Double.NEGATIVE_INFINITY)),
                Arguments.of(
                        "['1234567890123456789012.50'::DECIMAL(38,2)]",
                        List.of(new BigDecimal("1234567890123456789012.50"))),
                Arguments.of("[TIMESTAMPTZ '2024-01-02 03:04:05.123456+02']", List.of(instant)),
                Arguments.of("[DATE '2024-01-02']", List.of(LocalDate.of(2024, 1, 2))),
                Arguments.of("[TIMESTAMP '2024-01-02 03:00:00']", List.of(LocalDateTime.parse("2024-01-02T03:00:00"))),
                Arguments.of("['a\"b\\c']", List.of("a\"b\\c")),
                Arguments.of(
                        "{'b c': 1, 'a': {'d\"': [true]}, 'n': NULL::INTEGER}",
                        structure("b c", 1, "a", Map.of("d\"", List.of(true)), "n", null)),
                Arguments.of("MAP {2: 'x', 1: NULL}", structure(2, "x", 1, null)),
                Arguments.of(
                        "MAP {DATE '2024-01-02': [1.5]}",
                        Map.of(LocalDate.of(2024, 1, 2), List.of(new BigDecimal("1.5")))),
                Arguments.of("{'e': 'y,)'::ENUM('x', 'y,)'), 'f': 2::TINYINT}", structure("e", "y,)", "f", (byte) 2)),
                Arguments.of(
                        "histogram(x) FROM (SELECT unnest([1, 1, 2]) AS x)",
                        structure(1, BigInteger.TWO, 2, BigInteger.ONE)),
                Arguments.of("union_value(a := 1)", Map.of("a", 1)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void copiesValuesUnchanged(String expression, @Nullable Object expected) {
        QueryResult result = engine.query("SELECT " + expression, List.of());

        assertThat(result.rows().getFirst().getFirst()).isEqualTo(expected);
        if (expected instanceof Map<?, ?> map) {
            assertThat(((Map<?, ?>) java.util.Objects.requireNonNull(
                                    result.rows().getFirst().getFirst()))
                            .keySet().stream().map(Object::toString))
                    .containsExactlyElementsOf(
                            map.keySet().stream().map(Object::toString).toList());
        }
    }

    @Test
    void namesTypesAsDuckDbDoes() {
        QueryResult result = engine.query("SELECT 1.5 AS d, [1] AS l, {'a': 1} AS s, now() AS t, NULL AS n", List.of());

        assertThat(result.columns())
                .containsExactly(
                        new ResultColumn("d", "DECIMAL(2,1)"),
                        new ResultColumn("l", "INTEGER[]"),
                        new ResultColumn("s", "STRUCT(a INTEGER)"),
                        new ResultColumn("t", "TIMESTAMP WITH TIME ZONE"),
                        new ResultColumn("n", "NULL"));
    }

    @Test
    void worksInUtcWhereverTheMachineIs() {
        assertThat(engine.query(
                                "SELECT TIMESTAMPTZ '2024-01-02 03:00:00+00'::VARCHAR, current_setting_zone FROM"
                                        + " (SELECT strftime(TIMESTAMPTZ '2024-07-02 03:00:00+00', '%H %Z') AS"
                                        + " current_setting_zone)",
                                List.of())
                        .rows())
                .containsExactly(List.of("2024-01-02 03:00:00+00", "03 UTC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ? AS v", "SELECT $1 AS v", "SELECT v FROM (SELECT ? AS v)"})
    void returnsBoundParametersAsTheyWere(String sql) {
        for (Object value : List.of(
                "'; DROP TABLE x; --",
                "Robert\\'); SELECT \"",
                "",
                Long.MIN_VALUE,
                7,
                0.25,
                true,
                Instant.parse("2024-01-02T03:04:05.123456Z"),
                LocalDate.of(2024, 2, 29))) {
            assertThat(engine.query(sql, List.of(value)).rows()).containsExactly(List.of(value));
        }
        assertThat(engine.query(sql, Collections.singletonList(null)).rows())
                .containsExactly(Collections.singletonList(null));
    }

    @Test
    void comparesWithBoundParameters() {
        String sql = "SELECT count(*) FROM (VALUES ('a', 1), ('b''; --', 2)) t(name, n) WHERE name = $1 AND n >= $2";

        assertThat(engine.query(sql, List.of("b'; --", 2L)).rows()).containsExactly(List.of(1L));
        assertThat(engine.query(sql, List.of("' OR true --", 0L)).rows()).containsExactly(List.of(0L));
        assertThat(engine.query("EXPLAIN ANALYZE SELECT ?", List.of(1)).rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"SELECT ? | 0", "SELECT ?, ? | 1", "SELECT 1 | 1", "SELECT $1, $1 | 2"})
    void countsParameters(String sql, int given) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query(sql, Collections.nCopies(given, 1)))
                .withMessageContaining("parameters, found " + given + " values")
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_INVALID));
    }

    @Test
    void refusesParametersOfOtherKinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.query("SELECT ?, ?", List.of(1, new Object[0])))
                .withMessageStartingWith("Parameter 2 cannot be bound: expected String, Long, Integer");
    }

    private static Map<Object, @Nullable Object> structure(@Nullable Object... pairs) {
        Map<Object, @Nullable Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(java.util.Objects.requireNonNull(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
