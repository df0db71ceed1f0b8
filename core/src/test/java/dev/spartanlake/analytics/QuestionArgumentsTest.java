package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.people.Duels;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.RollingTrend;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionArgumentsTest {

    private static final Instant NOON = Instant.parse("2025-01-29T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void saysWhatWasExpectedAndFound(String message, ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(
                        "The period is empty: it begins at 2025-01-29T12:00:00Z and ends at 2025-01-29T12:00:00Z",
                        () -> filter().from(NOON).until(NOON).build()),
                refused(
                        "leastMatches: expected at least 1, found 0",
                        () -> filter().leastMatches(0).build()),
                refused("bins: expected 1 to 200, found 0", () -> new Distribution(Measure.KDA, 0)),
                refused("bins: expected 1 to 200, found 201", () -> new Distribution(Measure.KDA, 201)),
                refused("places: expected at least 1, found 0", () -> new PersonalRecords(0)),
                refused("limit: expected at least 1, found 0", () -> new MatchList(0)),
                refused("limit: expected at least 1, found -1", () -> new MedalTotals(MedalTotals.Order.MOST, -1)),
                refused("limit: expected at least 1, found 0", () -> new Companions(Companions.Order.TOGETHER, 0)),
                refused("limit: expected at least 1, found 0", () -> new Duels(Duels.Order.PREY, 0)),
                refused("limit: expected at least 1, found 0", () -> new SessionList(SessionList.Order.LATEST, 0)),
                refused("positions: expected at least 1, found 0", () -> new Fatigue(0)),
                refused("matches: expected at least 3, found 2", () -> new Directions(2)),
                refused("width: expected at least 1, found 0", () -> new MmrBalance(0)),
                refused("window: expected 1 to 1000000, found 0", () -> new RollingTrend(0, 9)),
                refused(
                        "window: expected 1 to 1000000, found 2147483647",
                        () -> new RollingTrend(Integer.MAX_VALUE, 9)),
                refused("points: expected 1 to 1000000, found 0", () -> new RollingTrend(9, 0)),
                refused("points: expected 1 to 1000000, found 1000001", () -> new RollingTrend(9, 1_000_001)));
    }

    private static Arguments refused(String message, ThrowingCallable question) {
        return Arguments.of(message, question);
    }

    private static Filter.Builder filter() {
        return Filter.of(SmallCareer.PLAYER).change();
    }
}
