package dev.spartanlake.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KillPairsTest {

    @Test
    void pairsAKillWithTheDeathOfTheSameMomentOrOneLater() {
        List<HighlightEvent> events = List.of(
                event(0, 1, 0, 100, new Happening.Kill()),
                event(1, 2, 1, 100, new Happening.Death()),
                event(2, 2, 1, 200, new Happening.Kill()),
                event(3, 1, 0, 201, new Happening.Death()));

        assertThat(KillPairs.of(events))
                .containsExactly(
                        new KillPair(events.get(0), events.get(1)), new KillPair(events.get(2), events.get(3)));
    }

    @Test
    void aDeathMayStandBeforeItsKill() {
        List<HighlightEvent> events =
                List.of(event(0, 2, 1, 100, new Happening.Death()), event(1, 1, 0, 100, new Happening.Kill()));

        assertThat(KillPairs.of(events)).containsExactly(new KillPair(events.get(1), events.get(0)));
    }

    @Test
    void prefersTheSoonestDeathThenTheFirst() {
        List<HighlightEvent> events = List.of(
                event(0, 2, 1, 101, new Happening.Death()),
                event(1, 3, 1, 100, new Happening.Death()),
                event(2, 4, 1, 100, new Happening.Death()),
                event(3, 1, 0, 100, new Happening.Kill()));

        assertThat(KillPairs.of(events)).containsExactly(new KillPair(events.get(3), events.get(1)));
    }

    /// The death at 101 is that of the kill at 101, though the kill at 100 comes first: of a bot, it has no death.
    @Test
    void pairsWhatLiesClosestBeforeAnythingElse() {
        List<HighlightEvent> events = List.of(
                event(0, 1, 0, 100, new Happening.Kill()),
                event(1, 2, 0, 101, new Happening.Kill()),
                event(2, 3, 1, 101, new Happening.Death()));

        assertThat(KillPairs.of(events)).containsExactly(new KillPair(events.get(1), events.get(2)));
    }

    @Test
    void pairsACrowdAsTheReferenceDoes() {
        Random random = new Random(17);
        for (int film = 0; film < 200; film++) {
            List<HighlightEvent> events = new ArrayList<>();
            long millis = 20_000;
            for (int i = 0; i < 60; i++) {
                millis += random.nextInt(3) == 0 ? random.nextInt(3) : 0;
                int player = random.nextInt(6);
                Happening happening = switch (random.nextInt(3)) {
                    case 0 -> new Happening.Kill();
                    case 1 -> new Happening.Death();
                    default -> new Happening.Mode();
                };
                events.add(event(i, player, film % 2 == 0 ? player % 2 : player, millis, happening));
            }

            assertThat(KillPairs.of(events)).isNotEmpty().isEqualTo(PairOracle.of(events));
        }
    }

    @Test
    void leavesOutWhatHasNoOther() {
        List<HighlightEvent> events = List.of(
                event(0, 1, 0, 100, new Happening.Kill()),
                event(1, 2, 0, 100, new Happening.Death()),
                event(2, 3, 1, 102, new Happening.Death()),
                event(3, 3, 1, 100, new Happening.Mode()));

        assertThat(KillPairs.of(events)).isEmpty();
    }

    @Test
    void takesEachDeathOnce() {
        List<HighlightEvent> events = List.of(
                event(0, 1, 0, 100, new Happening.Kill()),
                event(1, 2, 0, 100, new Happening.Kill()),
                event(2, 3, 1, 100, new Happening.Death()));

        assertThat(KillPairs.of(events)).containsExactly(new KillPair(events.get(0), events.get(2)));
    }

    private static HighlightEvent event(int ordinal, long player, int team, long millis, Happening happening) {
        return new HighlightEvent(
                ordinal,
                new Xuid(2533270000000000L + player),
                "Player " + player,
                team,
                0,
                Duration.ofMillis(millis),
                happening,
                0);
    }
}
