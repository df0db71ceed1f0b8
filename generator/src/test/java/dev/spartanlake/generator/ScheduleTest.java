package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// When matches are played.
class ScheduleTest {

    private static final Duration SESSION_BREAK = Duration.ofHours(2);

    static Stream<CareerPlan> plans() {
        return Stream.of(
                CareerPlan.demo(), CareerPlan.mixed(1, 64), CareerPlan.mixed(2, 500), CareerPlan.benchmark(2000));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aMatchStartsAfterTheOneBeforeHasEnded(CareerPlan plan) {
        Instant previousEnd = Instant.EPOCH;
        for (Played match : played(plan)) {
            assertThat(match.start).isAfter(previousEnd);
            previousEnd = match.end;
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void matchesStayWithinTheDays(CareerPlan plan) {
        for (Played match : played(plan)) {
            assertThat(match.start).isBetween(plan.firstDay(), plan.lastDay().plus(Duration.ofHours(36)));
        }
    }

    @Test
    void evenACrowdedScheduleStaysWithinTheDays() {
        CareerPlan plan = CareerPlan.benchmark(3200)
                .withDays(Instant.parse("2022-03-01T00:00:00Z"), Instant.parse("2022-04-09T00:00:00Z"));

        List<Played> matches = played(plan);

        assertThat(matches.getLast().start).isBefore(plan.lastDay().plus(Duration.ofHours(36)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void matchesRunAcrossMidnightTheEndOfAMonthAndTheEndOfAYear(CareerPlan plan) {
        List<Played> across = played(plan).stream()
                .filter(match -> !match.startDay().equals(match.endDay()))
                .toList();

        assertThat(across).isNotEmpty();
        assertThat(across)
                .anySatisfy(match ->
                        assertThat(YearMonth.from(match.startDay())).isNotEqualTo(YearMonth.from(match.endDay())));
        assertThat(across)
                .anySatisfy(match -> assertThat(match.startDay().getYear())
                        .isNotEqualTo(match.endDay().getYear()));
    }

    @Test
    void aMatchRunsAcrossEveryEndOfAMonthOfTheDemo() {
        List<YearMonth> crossed = played(CareerPlan.demo()).stream()
                .filter(match -> match.startDay().getMonth() != match.endDay().getMonth())
                .map(match -> YearMonth.from(match.startDay()))
                .toList();

        assertThat(crossed).hasSize(36).doesNotHaveDuplicates();
    }

    @Test
    void matchesRunAcrossTheChangesToSummerTimeAndBack() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        List<Boolean> intoSummer = new ArrayList<>();
        for (Played match : played(CareerPlan.demo())) {
            boolean summerAtStart = paris.getRules().isDaylightSavings(match.start);
            boolean summerAtEnd = paris.getRules().isDaylightSavings(match.end);
            if (summerAtStart != summerAtEnd) {
                intoSummer.add(summerAtEnd);
            }
        }

        assertThat(intoSummer).containsExactly(true, false, true, false, true, false);
    }

    @Test
    void sessionsHaveSeveralMatchesAndGapsOfHoursAndDays() {
        List<Played> matches = played(CareerPlan.demo());
        List<Integer> sizes = new ArrayList<>();
        int size = 0;
        boolean hours = false;
        boolean days = false;
        for (int i = 0; i < matches.size(); i++) {
            Duration gap = i == 0 ? Duration.ZERO : Duration.between(matches.get(i - 1).end, matches.get(i).start);
            if (gap.compareTo(SESSION_BREAK) > 0) {
                sizes.add(size);
                size = 0;
                hours |= gap.toHours() < 5;
                days |= gap.toDays() >= 2;
            }
            size++;
        }

        assertThat(sizes).hasSizeBetween(200, 500).contains(1);
        assertThat(sizes).anyMatch(each -> each >= 6);
        assertThat(hours).isTrue();
        assertThat(days).isTrue();
    }

    @Test
    void everyCaseHasBreaksAtTheEdgeOfASession() {
        List<Duration> gaps = new ArrayList<>();
        List<Played> matches = played(CareerPlan.mixed(2, 500));
        for (int i = 1; i < matches.size(); i++) {
            gaps.add(Duration.between(matches.get(i - 1).end, matches.get(i).start));
        }

        assertThat(gaps).contains(SESSION_BREAK, SESSION_BREAK.plusMillis(1));
    }

    @Test
    void theDemoPlayersPlayTogetherPartOfTheTime() {
        CareerPlan plan = CareerPlan.demo();
        List<JsonNode> documents = Documents.of(plan);
        long together = documents.stream()
                .filter(document -> Documents.tracked(document, plan).size() == 2)
                .count();
        long firstAlone = alone(documents, plan, 0);
        long secondAlone = alone(documents, plan, 1);

        assertThat(together).isBetween(250L, 600L);
        assertThat(firstAlone).isGreaterThan(secondAlone);
        assertThat(secondAlone).isGreaterThan(100);
    }

    private static long alone(List<JsonNode> documents, CareerPlan plan, int player) {
        CareerPlan onlyThatOne = plan.withPlayers(List.of(plan.players().get(player)));
        return documents.stream()
                .filter(document -> Documents.tracked(document, plan).size() == 1)
                .filter(document -> Documents.tracked(document, onlyThatOne).size() == 1)
                .count();
    }

    private static List<Played> played(CareerPlan plan) {
        List<Played> matches = new ArrayList<>();
        for (GeneratedDocument document : Career.of(plan)) {
            String text = new String(document.json(), StandardCharsets.UTF_8);
            matches.add(new Played(time(text, "StartTime"), time(text, "EndTime")));
        }
        return matches;
    }

    private static Instant time(String text, String member) {
        int start = text.indexOf('"' + member + "\":\"") + member.length() + 4;
        return Instant.parse(text.substring(start, text.indexOf('"', start)));
    }

    private record Played(Instant start, Instant end) {

        LocalDate startDay() {
            return LocalDate.ofInstant(start, ZoneOffset.UTC);
        }

        LocalDate endDay() {
            return LocalDate.ofInstant(end, ZoneOffset.UTC);
        }
    }
}
