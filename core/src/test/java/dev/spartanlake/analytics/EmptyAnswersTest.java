package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.film.Openings;
import dev.spartanlake.analytics.film.Timeline;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.people.Duels;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.analytics.trend.CsrHistory;
import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.RollingTrend;
import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.analytics.trend.Verdict;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What there is to say when there is little or nothing to say anything about.
class EmptyAnswersTest {

    private static final Filter NOWHERE =
            SmallCareer.ALL.change().map("no such map").build();

    @TempDir
    private Path directory;

    @Test
    void answersWithNothingWhereNoMatchIsStored() {
        Fixture fixture = new Fixture(directory);
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.track(Set.of(SmallCareer.PLAYER));
            assertNothing(warehouse, SmallCareer.ALL);
        }
    }

    @Test
    void answersWithNothingForAnUnknownPlayerAndForAFilterThatLeavesNothing() throws IOException {
        Fixture fixture = new SmallCareer().play(_ -> {}).store(directory);
        try (Warehouse warehouse = fixture.warehouse()) {
            assertNothing(warehouse, Filter.of(new Xuid(42)));
            assertNothing(warehouse, NOWHERE);
        }
    }

    @Test
    void saysWhereThereIsNoWarehouse() {
        try (Warehouse warehouse = new Fixture(directory.resolve("none")).warehouse()) {
            Analytics analytics = warehouse.analytics(Viewpoint.standard());

            assertThatThrownBy(() -> analytics.ask(new CareerSummary(), SmallCareer.ALL))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining(directory.resolve("none").toString());
        }
    }

    @Test
    void answersEveryQuestionAboutASingleMatch() throws IOException {
        Fixture fixture =
                new SmallCareer().play(figures -> figures.put("Deaths", 0)).store(directory);
        try (Warehouse warehouse = fixture.warehouse()) {
            Analytics analytics = warehouse.analytics(Viewpoint.standard());
            for (Question<?> question : questions()) {
                assertFinite(question.toString(), analytics.ask(question, SmallCareer.ALL));
            }

            CareerSummary.Summary summary = analytics.ask(new CareerSummary(), SmallCareer.ALL);
            assertThat(summary.tally().matches()).isEqualTo(1);
            assertThat(summary.measures().known()).doesNotContainKey(Measure.KD_RATIO);
            assertThat(analytics.ask(new MatchList(5), SmallCareer.ALL)).hasSize(1);
            assertThat(analytics.ask(new RollingTrend(1, 5), SmallCareer.ALL)).hasSize(1);
            assertThat(analytics.ask(new RollingTrend(2, 5), SmallCareer.ALL)).isEmpty();
            assertThat(analytics
                            .ask(new Distribution(Measure.KILLS_PER_MATCH, 9), SmallCareer.ALL)
                            .bins())
                    .hasSize(1);
            assertThat(analytics.ask(new Directions(3), SmallCareer.ALL))
                    .extracting(Directions.Direction::verdict)
                    .containsOnly(Verdict.UNKNOWN);
        }
    }

    private static void assertNothing(Warehouse warehouse, Filter filter) {
        Analytics analytics = warehouse.analytics(Viewpoint.standard());
        assertThat(analytics.ask(new CareerSummary(), filter))
                .isEqualTo(new CareerSummary.Summary(
                        new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null), 0, 0, new MeasureValues(Map.of())));
        assertThat(analytics.ask(new Distribution(Measure.KDA, 5), filter))
                .isEqualTo(new Distribution.Spread(
                        new Distribution.Quantiles(0, null, null, null, null, null, null, null, null), List.of()));
        assertThat(analytics.ask(new Streaks(), filter)).isEqualTo(new Streaks.Report(null, null, null, 0, List.of()));
        assertThat(analytics.ask(new Directions(50), filter)).hasSize(22).allSatisfy(direction -> {
            assertThat(direction.matches()).isZero();
            assertThat(direction.mean()).isNull();
            assertThat(direction.verdict()).isEqualTo(Verdict.UNKNOWN);
        });
        assertThat(analytics.ask(new Comparison(filter), filter))
                .hasSize(22)
                .extracting(Comparison.Difference::verdict)
                .containsOnly(Verdict.UNKNOWN);
        assertThat(analytics.ask(new MatchReport(new MatchId(SmallCareer.id(9))), filter))
                .isEmpty();
        for (Question<?> question : lists()) {
            assertThat(analytics.ask(question, filter)).as(question.toString()).isEqualTo(List.of());
        }
    }

    /// The questions whose answers are as many rows as there is something to say.
    private static List<Question<?>> lists() {
        List<Question<?>> questions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            questions.add(new Breakdown(dimension));
        }
        for (SessionList.Order order : SessionList.Order.values()) {
            questions.add(new SessionList(order, 5));
        }
        for (MedalTotals.Order order : MedalTotals.Order.values()) {
            questions.add(new MedalTotals(order, 5));
        }
        for (Companions.Order order : Companions.Order.values()) {
            questions.add(new Companions(order, 5));
        }
        for (Duels.Order order : Duels.Order.values()) {
            questions.add(new Duels(order, 5));
        }
        questions.add(new Openings());
        questions.add(new Timeline(null));
        questions.addAll(List.of(
                new PersonalRecords(3),
                new MatchList(5),
                new RollingTrend(1, 5),
                new MmrBalance(50),
                new CsrHistory(),
                new Fatigue(4),
                new MedalDifficulties()));
        return questions;
    }

    private static List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(lists());
        for (Measure measure : List.of(Measure.KD_RATIO, Measure.ACCURACY, Measure.TEAM_MMR, Measure.WIN_RATE)) {
            questions.add(new Distribution(measure, 7));
        }
        questions.addAll(List.of(
                new CareerSummary(),
                new Streaks(),
                new Directions(10),
                new Comparison(SmallCareer.ALL),
                new Comparison(NOWHERE),
                new MatchReport(new MatchId(SmallCareer.id(0)))));
        return questions;
    }

    private static void assertFinite(String what, @Nullable Object answer) {
        switch (answer) {
            case Double number -> assertThat(number).as(what).isFinite();
            case List<?> list -> list.forEach(element -> assertFinite(what, element));
            case Optional<?> optional -> assertFinite(what, optional.orElse(null));
            case MeasureValues values ->
                values.known().forEach((measure, value) -> assertFinite(what + " " + measure, value));
            case Record row -> {
                for (RecordComponent component : row.getClass().getRecordComponents()) {
                    assertFinite(what + " " + component.getName(), value(component, row));
                }
            }
            case null, default -> {
                // Texts, moments, whole numbers and what is not known.
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
