package dev.spartanlake.analytics.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordShapeTest {

    private static final Instant NOON = Instant.parse("2025-01-29T12:00:00Z");

    record Span(Instant firstPlayed, @Nullable Double hours) {}

    record Line(
            String mapName,
            long kills,
            @Nullable Integer rank,
            @Nullable Span span,
            MeasureValues measures) {}

    record Whole(int number) {

        Whole {
            if (number < 0) {
                throw new IllegalArgumentException("number: expected at least 0, found " + number);
            }
        }
    }

    @Test
    void namesAColumnForEachComponentAndThoseWithin() {
        assertThat(RecordShape.of(Line.class).columns())
                .startsWith("map_name", "kills", "rank", "first_played", "hours", "win_rate", "kda", "kd_ratio")
                .endsWith("csr_change")
                .hasSize(5 + Measure.values().length);
    }

    @Test
    void readsRowsByTheNamesOfTheirColumns() {
        QueryResult result = result(
                List.of("kd_ratio", "hours", "first_played", "rank", "kills", "map_name", "of_no_interest"),
                List.of(
                        Arrays.asList(1.5, 2.0f, NOON, (short) 3, (byte) 7, "Bazaar", "x"),
                        Arrays.asList(null, null, NOON, null, 8, "Streets", "y")));

        assertThat(RecordShape.of(Line.class).read(result))
                .containsExactly(
                        new Line("Bazaar", 7, 3, new Span(NOON, 2.0), values(Map.of(Measure.KD_RATIO, 1.5))),
                        new Line("Streets", 8, null, new Span(NOON, null), values(Map.of())));
    }

    @Test
    void writesAValueForEachColumn() {
        RecordShape<Line> shape = RecordShape.of(Line.class);
        Line line = new Line("Bazaar", 7, null, new Span(NOON, 2.0), values(Map.of(Measure.WIN_RATE, 50.0)));
        Line without = new Line("Bazaar", 7, 1, null, values(Map.of()));

        assertThat(shape.values(line)).startsWith("Bazaar", 7L, null, NOON, 2.0, 50.0, null);
        assertThat(shape.values(line)).hasSameSizeAs(shape.columns());
        assertThat(shape.values(without)).startsWith("Bazaar", 7L, 1, null, null, null);
        assertThat(shape.values(without)).hasSameSizeAs(shape.columns());
    }

    @Test
    void saysWhichColumnAResultLacks() {
        assertThatThrownBy(() -> RecordShape.of(Whole.class).read(result(List.of("n"), List.of(List.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The result has no column number: [n]");
    }

    @Test
    void saysWhichColumnAResultLacksThoughItHasNoRow() {
        assertThatThrownBy(() -> RecordShape.of(Whole.class).read(result(List.of("n"), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The result has no column number: [n]");
    }

    @Test
    void refusesAPartOfAnAnswer() {
        QueryResult whole = result(List.of("number"), List.of(List.of(1), List.of(2)));
        QueryResult part = result(List.of("number"), List.of(List.of(1), List.of(2)), true);

        assertThat(RecordShape.of(Whole.class).read(whole)).containsExactly(new Whole(1), new Whole(2));
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> RecordShape.of(Whole.class).read(part))
                .withMessage("The answer has more than the 2 rows of Whole that its limit allows; ask for less, or"
                        + " raise the limit on rows")
                .extracting(WarehouseException::code)
                .isEqualTo(ErrorCode.QUERY_LIMIT);
    }

    @Test
    void readsResultsWhoseColumnsStandInOtherOrders() {
        RecordShape<Span> shape = RecordShape.of(Span.class);

        assertThat(shape.read(result(List.of("first_played", "hours"), List.of(List.of(NOON, 1.0)))))
                .containsExactly(new Span(NOON, 1.0));
        assertThat(shape.read(result(List.of("hours", "first_played"), List.of(List.of(2.0, NOON)))))
                .containsExactly(new Span(NOON, 2.0));
    }

    @Test
    void saysWhichRecordRefusesARow() {
        assertThatThrownBy(() -> RecordShape.of(Whole.class).read(result(List.of("number"), List.of(List.of(-1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Whole refuses [-1]")
                .hasRootCauseMessage("number: expected at least 0, found -1");
    }

    private static MeasureValues values(Map<Measure, Double> known) {
        return new MeasureValues(known);
    }

    private static QueryResult result(List<String> names, List<List<@Nullable Object>> rows) {
        return result(names, rows, false);
    }

    // Class files do not say which elements a record's constructor takes null for.
    @SuppressWarnings("NullAway")
    private static QueryResult result(List<String> names, List<List<@Nullable Object>> rows, boolean isTruncated) {
        return new QueryResult(
                names.stream().map(name -> new ResultColumn(name, "ANY")).toList(), rows, isTruncated, Duration.ZERO);
    }
}
