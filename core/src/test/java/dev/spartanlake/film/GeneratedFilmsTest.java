package dev.spartanlake.film;

import static java.util.Objects.requireNonNull;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// Where deaths come close, a film does not tell which of them was whose; nor that a death without a killer is not
    /// that of the bot which was killed beside it. All others are as they were.
    @Test
    void tellItAsItWasButForACrowd() {
        int right = 0;
        int all = 0;
        for (GeneratedMatch match : CAREER.matches()) {
            List<String> was = new ArrayList<>(pairs(match.scoreboard()));
            all += was.size();
            List<HighlightEvent> events = events(match.film());
            Map<Boolean, List<KillPair>> pairs =
                    KillPairs.of(events).stream().collect(Collectors.partitioningBy(pair -> isCrowded(pair, events)));
            // A pair of a crowd that is wrong must not take the place of a right one between the same two.
            for (KillPair pair : requireNonNull(pairs.get(false))) {
                boolean isRight = was.remove(killerAndVictim(pair));
                assertThat(isRight || hasKilledABot(pair, match.scoreboard()))
                        .as("%s in %s", killerAndVictim(pair), match.matchId())
                        .isTrue();
                right += isRight ? 1 : 0;
            }
            for (KillPair pair : requireNonNull(pairs.get(true))) {
                right += was.remove(killerAndVictim(pair)) ? 1 : 0;
            }
        }
        assertThat(right).isBetween(all * 9 / 10, all - 1);
    }

    private static String killerAndVictim(KillPair pair) {
        return pair.kill().xuid().value() + " " + pair.death().xuid().value();
    }

    private static boolean hasKilledABot(KillPair pair, Scoreboard match) {
        return match.kills().stream()
                .filter(kill -> match.entries().get(kill.victim()).isBot())
                .filter(kill -> kill.millis() == pair.kill().time().toMillis())
                .anyMatch(kill -> match.entries().get(kill.killer()).xuid()
                        == pair.kill().xuid().value());
    }

    /// Whether another kill or death is so close that it may belong to one of the two.
    private static boolean isCrowded(KillPair pair, List<HighlightEvent> events) {
        return events.stream()
                .filter(event ->
                        event.happening() instanceof Happening.Kill || event.happening() instanceof Happening.Death)
                .filter(event -> event.ordinal() != pair.kill().ordinal()
                        && event.ordinal() != pair.death().ordinal())
                .anyMatch(
                        event -> Math.abs(event.time().minus(pair.kill().time()).toMillis()) <= 2);
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
