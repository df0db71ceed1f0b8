package dev.spartanlake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.film.Film;
import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.match.Scoreboard;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The films of a career, which are of every known version, say what they were made of.
class GeneratedFilmsTest {

    private static final Career CAREER = Career.of(CareerPlan.mixed(21, 72));

    @Test
    void areReadAsTheyWereWritten() {
        Set<Integer> versions = new HashSet<>();
        for (GeneratedMatch match : CAREER.matches()) {
            Film film = match.film();
            versions.add(film.majorVersion());

            assertThat(events(film)).as("version %d", film.majorVersion()).isEqualTo(expected(film.events()));
        }
        assertThat(versions).contains(30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41);
    }

    @Test
    void tellWhoKilledWhom() {
        for (GeneratedMatch match : CAREER.matches()) {
            List<HighlightEvent> events = events(match.film());

            assertThat(KillPairs.of(events)).as(match.matchId()).isEqualTo(PairOracle.of(events));
        }
    }

    /// Where deaths come close, a film does not tell which of them was whose.
    @Test
    void tellItAsItWasButForACrowd() {
        int right = 0;
        int all = 0;
        for (GeneratedMatch match : CAREER.matches()) {
            List<String> was = new ArrayList<>(pairs(match.scoreboard()));
            List<KillPair> pairs = KillPairs.of(events(match.film()));
            all += was.size();
            for (KillPair pair : pairs) {
                right += was.remove(pair.kill().xuid().value() + " "
                                + pair.death().xuid().value())
                        ? 1
                        : 0;
            }
        }
        assertThat(right).isBetween(all * 9 / 10, all - 1);
    }

    /// The time of an event can look like the end of a record.
    @Test
    void haveEventsThatLookLikeMarks() {
        assertThat(StreamSupport.stream(CAREER.matches().spliterator(), false)
                        .flatMap(match -> match.film().events().stream())
                        .filter(event -> event.millis() == 24_000))
                .isNotEmpty();
    }

    private static List<String> pairs(Scoreboard match) {
        List<String> pairs = new ArrayList<>();
        for (Scoreboard.Kill kill : match.kills()) {
            Scoreboard.Entry killer = match.entries().get(kill.killer());
            Scoreboard.Entry victim = match.entries().get(kill.victim());
            if (!killer.isBot() && !victim.isBot()) {
                pairs.add(killer.xuid() + " " + victim.xuid());
            }
        }
        return pairs;
    }

    private static List<HighlightEvent> events(Film film) {
        return assertThat(HighlightChunk.read(film.chunk(), film.majorVersion()))
                .asInstanceOf(type(FilmReading.Decoded.class))
                .actual()
                .events();
    }

    private static List<HighlightEvent> expected(List<FilmEvent> events) {
        List<HighlightEvent> expected = new ArrayList<>();
        for (FilmEvent event : events) {
            FilmPlayer player = event.player();
            expected.add(new HighlightEvent(
                    expected.size(),
                    new Xuid(player.xuid()),
                    player.gamertag(),
                    player.team(),
                    player.slot() == FilmPlayer.NO_SLOT ? null : Integer.valueOf(player.slot()),
                    Duration.ofMillis(event.millis()),
                    happening(event),
                    event.weight()));
        }
        return expected;
    }

    private static Happening happening(FilmEvent event) {
        if (event.isMedal()) {
            return new Happening.Medal((int) event.code());
        }
        if (event.isKill()) {
            return new Happening.Kill();
        }
        return event.isDeath() ? new Happening.Death() : new Happening.Mode();
    }
}
