package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareerPlanTest {

    private static final CareerPlan PLAN = CareerPlan.mixed(1, 40);

    @Test
    void demoIsTwoPlayersOverThreeYears() {
        CareerPlan demo = CareerPlan.demo();

        assertThat(demo.players()).hasSize(2);
        assertThat(demo.matches()).isGreaterThanOrEqualTo(1200);
        assertThat(Duration.between(demo.firstDay(), demo.lastDay()).toDays()).isEqualTo(3 * 365);
    }

    @Test
    void benchmarkIsOnePlayerOverTwentyTwoMonths() {
        CareerPlan plan = CareerPlan.benchmark(5000);

        assertThat(plan.players()).hasSize(1);
        assertThat(plan.firstDay()).isEqualTo("2022-03-01T00:00:00Z");
        assertThat(plan.lastDay()).isEqualTo("2023-12-31T00:00:00Z");
    }

    @Test
    void benchmarkDocumentsHaveTheSizeOfRecordedOnes() {
        long bytes = 0;
        for (GeneratedDocument document : Career.of(CareerPlan.benchmark(5000))) {
            assertThat(document.sizeBytes()).isBetween(10_000, 30_000);
            bytes += document.sizeBytes();
        }

        assertThat(bytes / 5000).isBetween(16_300L, 16_900L);
    }

    @Test
    void aHundredThousandMatchesFitTheBenchmark() {
        Iterator<GeneratedDocument> documents =
                Career.of(CareerPlan.benchmark(100_000)).iterator();
        Instant previous = Instant.EPOCH;
        for (int i = 0; i < 1000; i++) {
            Instant start = documents.next().startTime();
            assertThat(start).isAfter(previous);
            previous = start;
        }
    }

    @Test
    void withersChangeOneThing() {
        Instant firstDay = Instant.parse("2024-01-01T00:00:00Z");
        List<TrackedPlayer> players = List.of(new TrackedPlayer(7, "Seven"));

        assertThat(PLAN.withSeed(9).seed()).isEqualTo(9);
        assertThat(PLAN.withMatches(80))
                .isEqualTo(new CareerPlan(
                        1, 80, PLAN.firstDay(), PLAN.lastDay(), PLAN.players(), PLAN.mix(), 2 * PLAN.earlyMatches()));
        assertThat(PLAN.withDays(firstDay, firstDay).lastDay()).isEqualTo(firstDay);
        assertThat(PLAN.withPlayers(players).players()).isEqualTo(players);
        assertThat(PLAN.withMix(MatchMix.ARENA).mix()).isEqualTo(MatchMix.ARENA);
        assertThat(PLAN.withEarlyMatches(0).earlyMatches()).isZero();
    }

    @Test
    void refusesNegativeMatches() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CareerPlan.mixed(1, -1))
                .withMessage("career plan: matches must not be negative, found -1");
    }

    @Test
    void refusesMoreEarlyMatchesThanMatches() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.withEarlyMatches(41))
                .withMessage("career plan: earlyMatches must lie in 0..40, found 41");
    }

    @Test
    void refusesDaysThatRunBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.withDays(PLAN.lastDay(), PLAN.firstDay()))
                .withMessage("career plan: lastDay must not come before firstDay 2023-04-06T00:00:00Z,"
                        + " found 2022-12-27T00:00:00Z");
    }

    @Test
    void refusesMoreMatchesThanFitTheDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.withMatches(81).withDays(PLAN.firstDay(), PLAN.firstDay()))
                .withMessage("career plan: at most 80 matches fit a day, found 81");
    }

    @Test
    void refusesNoPlayersAndEqualPlayers() {
        TrackedPlayer player = new TrackedPlayer(7, "Seven");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.withPlayers(List.of()))
                .withMessage("career plan: there must be 1 to 4 players, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.withPlayers(List.of(player, player)))
                .withMessage("career plan: the players must have distinct xuids, found 7");
    }

    @Test
    void refusesPlayersWithoutIdOrName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackedPlayer(0, "Nobody"))
                .withMessage("the xuid of a tracked player must be positive, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackedPlayer(7, " "))
                .withMessage("the gamertag of tracked player 7 must not be blank");
    }
}
