package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowCursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Values of rows from Java arrive as they are, or not at all.
class RowValuesTest {

    private static final BigInteger TWO_TO_THE_64 = BigInteger.ONE.shiftLeft(64);
    private static final String LEAST_HUGEINT = "-170141183460469231731687303715884105728";
    private static final String MOST_HUGEINT = "170141183460469231731687303715884105727";

    static Stream<Arguments> exactValues() {
        return Stream.of(
                Arguments.of("TINYINT", new BigDecimal("127.000"), "127"),
                Arguments.of("TINYINT", -128L, "-128"),
                Arguments.of("SMALLINT", new BigDecimal("1.2E+3"), "1200"),
                Arguments.of("INTEGER", -0.0, "0"),
                Arguments.of("INTEGER", new BigDecimal("0E-1000000000"), "0"),
                Arguments.of("INTEGER", new AtomicLong(7), "7"),
                Arguments.of("BIGINT", new BigDecimal("9223372036854775807"), "9223372036854775807"),
                Arguments.of("BIGINT", new BigInteger("-9223372036854775808"), "-9223372036854775808"),
                Arguments.of("BIGINT", 0x1p62, "4611686018427387904"),
                Arguments.of("HUGEINT", new BigDecimal("1E+3"), "1000"),
                Arguments.of("HUGEINT", 0x1p100, "1267650600228229401496703205376"),
                Arguments.of("HUGEINT", (byte) 5, "5"),
                Arguments.of("HUGEINT", new BigInteger(LEAST_HUGEINT), LEAST_HUGEINT),
                Arguments.of("HUGEINT", new BigDecimal(MOST_HUGEINT), MOST_HUGEINT),
                Arguments.of("BOOLEAN", 0.5, "true"),
                Arguments.of("BOOLEAN", 0.5f, "true"),
                Arguments.of("BOOLEAN", new BigDecimal("0.1"), "true"),
                Arguments.of("BOOLEAN", TWO_TO_THE_64, "true"),
                Arguments.of("BOOLEAN", new BigDecimal("0.00"), "false"),
                Arguments.of("BOOLEAN", -0.0, "false"),
                Arguments.of("BOOLEAN", (short) 0, "false"),
                Arguments.of("BOOLEAN", false, "false"));
    }

    @ParameterizedTest
    @MethodSource("exactValues")
    void arriveAsTheyAre(String type, Object value, String text) {
        try (QueryEngine engine = engine(type, value)) {
            assertThat(engine.query("SELECT CAST(v AS VARCHAR) FROM numbers", List.of())
                            .rows())
                    .containsExactly(List.of(text));
        }
    }

    static Stream<Arguments> inexactValues() {
        String tiny = "from -128 to 127";
        String big = "from -9223372036854775808 to 9223372036854775807";
        String huge = "from " + LEAST_HUGEINT + " to " + MOST_HUGEINT;
        return Stream.of(
                Arguments.of("TINYINT", new BigDecimal("1.5"), tiny),
                Arguments.of("TINYINT", 128, tiny),
                Arguments.of("TINYINT", TWO_TO_THE_64, tiny),
                Arguments.of("TINYINT", new BigDecimal(TWO_TO_THE_64), tiny),
                Arguments.of("TINYINT", new BigDecimal("1E-1000000000"), tiny),
                Arguments.of("BIGINT", new BigDecimal("9223372036854775808"), big),
                Arguments.of("BIGINT", new BigInteger("-9223372036854775809"), big),
                Arguments.of("BIGINT", 0x1p63, big),
                Arguments.of("BIGINT", 0.5f, big),
                Arguments.of("BIGINT", Double.NaN, big),
                Arguments.of("BIGINT", Float.NEGATIVE_INFINITY, big),
                Arguments.of("HUGEINT", 0.5, huge),
                Arguments.of("HUGEINT", new BigDecimal("1E+1000000000"), huge),
                Arguments.of("HUGEINT", new BigInteger(MOST_HUGEINT).add(BigInteger.ONE), huge),
                Arguments.of("HUGEINT", new BigInteger(LEAST_HUGEINT).subtract(BigInteger.ONE), huge));
    }

    @ParameterizedTest
    @MethodSource("inexactValues")
    void thatTheColumnCannotHoldAreRefused(String type, Object value, String range) {
        try (QueryEngine engine = engine(type, value)) {
            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> engine.query("SELECT v FROM numbers", List.of()))
                    .withMessage("The rows of numbers cannot be read: v: expected a whole number " + range + ", found "
                            + value)
                    .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.ENGINE));
        }
    }

    @Test
    void ofAnotherKindAreRefusedWithTheNameOfTheColumn() {
        for (String type : List.of("BOOLEAN", "INTEGER", "HUGEINT", "DOUBLE", "DATE")) {
            try (QueryEngine engine = engine(type, "12")) {
                assertThatExceptionOfType(WarehouseException.class)
                        .isThrownBy(() -> engine.query("SELECT v FROM numbers", List.of()))
                        .withMessageStartingWith("The rows of numbers cannot be read: v: class java.lang.String ");
            }
        }
    }

    private static QueryEngine engine(String type, Object value) {
        Relation numbers = new Relation.JavaRows(
                RelationName.main("numbers"), List.of(new RelationColumn("v", type)), _ -> new OneRow(value));
        return QueryEngine.open(List.of(numbers), SampleRelations.LIMITS);
    }

    /// A walk over one row of one value.
    private static final class OneRow implements RowCursor {

        private final Object value;
        private boolean isRead;

        private OneRow(Object value) {
            this.value = value;
        }

        @Override
        public boolean next() {
            boolean isFirst = !isRead;
            isRead = true;
            return isFirst;
        }

        @Override
        public Object value(int column) {
            return value;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
