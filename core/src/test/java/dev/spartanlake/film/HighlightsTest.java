package dev.spartanlake.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {

    private static final long FIRST = 2_533_270_000_000_001L;

    private static Xuid player(long number) {
        return new Xuid(FIRST + number);
    }

    /// A film in which some of the players of a match appear, each twice, and some others, each once.
    private static Highlights film(int known, int others) {
        List<Xuid> players = new ArrayList<>();
        LongStream.range(0, known).forEach(number -> players.addAll(List.of(player(number), player(number))));
        LongStream.range(0, others).forEach(number -> players.add(player(100 + number)));
        List<HighlightEvent> events = new ArrayList<>();
        for (Xuid player : players) {
            events.add(new HighlightEvent(
                    events.size(), player, "Demo", 0, 0, Duration.ofSeconds(events.size()), new Happening.Kill(), 50));
        }
        return new Highlights(new FilmIdentity("0".repeat(64), 39), events);
    }

    private static Set<Xuid> eight() {
        return LongStream.range(0, 8).mapToObj(HighlightsTest::player).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true", // nothing happened in it
        "8, 0, true",
        "1, 0, true",
        "1, 1, true", // one was cut from the document
        "5, 3, true",
        "5, 4, true",
        "4, 4, false", // a team that played another match together
        "1, 7, false",
        "1, 2, false",
        "0, 1, false",
        "0, 8, false"
    })
    void isOfAnotherMatchWhereMostOfThoseWhomItShowsAreOthers(int known, int others, boolean mayBe) {
        assertThat(film(known, others).mayBeOf(eight())).isEqualTo(mayBe);
        assertThat(film(known, others).others(eight())).isEqualTo(others);
    }

    @Test
    void keepsTheEventsOfSomePlayersInTheirPlaces() {
        Highlights cut = film(3, 0).of(Set.of(player(1)));

        assertThat(cut.events()).extracting(HighlightEvent::ordinal).containsExactly(2, 3);
        assertThat(cut.film()).isEqualTo(film(3, 0).film());
    }
}
