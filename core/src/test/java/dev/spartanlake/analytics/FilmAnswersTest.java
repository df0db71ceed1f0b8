package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.FilmedCareer.Shot;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.film.Openings;
import dev.spartanlake.analytics.film.Openings.Opening;
import dev.spartanlake.analytics.film.Timeline;
import dev.spartanlake.analytics.film.Timeline.Minute;
import dev.spartanlake.analytics.match.KillFeed;
import dev.spartanlake.analytics.match.KillFeed.FeedLine;
import dev.spartanlake.analytics.match.KillFeed.FeedMedal;
import dev.spartanlake.analytics.people.Duels;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.MedalCodes;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What films tell of matches, event by event and added up by hand.
class FilmAnswersTest {

    private static final long ME = FilmedCareer.ME;
    private static final long MATE = 2533270000000801L;
    private static final long FOE = 2533270000000901L;
    private static final long OTHER_FOE = 2533270000000902L;

    /// `No Scope`, `Stick` and one of a number that nobody knows.
    private static final long NO_SCOPE = 114;

    private static final long STICK = 98;
    private static final long NOBODY_KNOWS = 144;

    @TempDir
    private Path directory;

    private final SmallCareer career = new SmallCareer(MATE, FOE, OTHER_FOE);
    private final FilmedCareer films = new FilmedCareer();

    @Test
    void feedsKillsWithTheirDeathsAndMedals() throws IOException {
        career.play(_ -> {});
        films.film(
                0,
                List.of(
                        Shot.mode(20_000, MATE, 0),
                        Shot.medal(29_999, ME, 0, NO_SCOPE),
                        Shot.kill(30_000, ME, 0),
                        Shot.death(30_001, FOE, 1),
                        Shot.medal(30_005, ME, 0, STICK),
                        Shot.medal(30_006, ME, 0, NOBODY_KNOWS),
                        Shot.medal(30_000, FOE, 1, STICK),
                        Shot.death(40_000, ME, 0),
                        Shot.kill(50_000, MATE, 0),
                        Shot.kill(60_000, FOE, 1),
                        Shot.death(60_000, ME, 0)));
        KillFeed.Feed feed =
                ask(stored(), new KillFeed(new MatchId(SmallCareer.id(0)))).orElseThrow();

        assertThat(feed.player()).isEqualTo(SmallCareer.PLAYER);
        assertThat(feed.line().matchId()).isEqualTo(SmallCareer.id(0));
        String name = feed.lines().get(1).gamertag();
        assertThat(feed.lines())
                .containsExactly(
                        new FeedLine(0, 20_000, "mode", text(MATE), "Film 801", 0, null, null, null, List.of()),
                        new FeedLine(
                                2,
                                30_000,
                                "kill",
                                text(ME),
                                name,
                                0,
                                text(FOE),
                                "Film 901",
                                1,
                                List.of(
                                        new FeedMedal(medal(NO_SCOPE), NO_SCOPE, "No Scope"),
                                        new FeedMedal(medal(STICK), STICK, "Stick"))),
                        new FeedLine(
                                3,
                                30_000,
                                "medal",
                                text(FOE),
                                "Film 901",
                                1,
                                null,
                                null,
                                null,
                                List.of(new FeedMedal(medal(STICK), STICK, "Stick"))),
                        new FeedLine(
                                6,
                                30_006,
                                "medal",
                                text(ME),
                                name,
                                0,
                                null,
                                null,
                                null,
                                List.of(new FeedMedal(null, NOBODY_KNOWS, null))),
                        new FeedLine(7, 40_000, "death", null, null, null, text(ME), name, 0, List.of()),
                        new FeedLine(8, 50_000, "kill", text(MATE), "Film 801", 0, null, null, null, List.of()),
                        new FeedLine(9, 60_000, "kill", text(FOE), "Film 901", 1, text(ME), name, 0, List.of()));
    }

    private static long medal(long code) {
        return MedalCodes.nameId((int) code).orElseThrow();
    }

    private static String text(long xuid) {
        return Long.toString(xuid);
    }

    @Test
    void hasNoFeedOfAMatchWithoutAFilmOrOfNone() throws IOException {
        Fixture fixture = career.play(_ -> {}).store(directory);

        assertThat(ask(fixture, new KillFeed(new MatchId(SmallCareer.id(0)))))
                .hasValueSatisfying(feed -> assertThat(feed.lines()).isEmpty());
        assertThat(ask(fixture, new KillFeed(new MatchId(SmallCareer.id(1))))).isEqualTo(Optional.empty());
    }

    /// Five matches: first kill and won, first kill of a mate and lost, first death and lost, neither and won, and one
    /// without a film.
    @Test
    void tellsHowMatchesGoThatBeginWell() throws IOException {
        int[] outcomes = {2, 3, 3, 2, 2};
        for (int outcome : outcomes) {
            career.play(figures ->
                            figures.put("Kills", outcome).put("Deaths", 1).put("Assists", 0))
                    .end(outcome);
        }
        films.film(0, List.of(Shot.kill(30_000, ME, 0), Shot.death(30_000, FOE, 1)));
        films.film(
                1,
                List.of(
                        Shot.death(30_001, FOE, 1),
                        Shot.kill(30_000, MATE, 0),
                        Shot.kill(31_000, ME, 0),
                        Shot.death(31_000, FOE, 1)));
        films.film(2, List.of(Shot.death(20_000, ME, 0), Shot.kill(30_000, FOE, 1), Shot.death(30_001, MATE, 0)));
        films.film(
                3,
                List.of(
                        Shot.kill(30_000, FOE, 1),
                        Shot.death(30_000, MATE, 0),
                        Shot.kill(30_000, ME, 0),
                        Shot.death(30_000, OTHER_FOE, 1)));

        List<Opening> openings = ask(stored(), new Openings());

        assertThat(openings)
                .containsExactly(
                        new Opening("first_kill", 4, 1, 25.0, 100.0, 100 / 3.0, 1.0, 5 / 3.0),
                        new Opening("first_death", 4, 1, 25.0, 0.0, 200 / 3.0, 2.0, 4 / 3.0),
                        new Opening("team_first_kill", 4, 2, 50.0, 50.0, 50.0, 1.5, 1.5),
                        new Opening("team_first_death", 4, 2, 50.0, 50.0, 50.0, 1.5, 1.5));
    }

    /// The event with which a film begins may be of somebody who was taken out of the warehouse.
    @Test
    void knowFilmsWhoseFirstEventIsGone() throws IOException {
        career.play(_ -> {});
        films.film(
                0,
                List.of(
                        Shot.mode(20_000, OTHER_FOE, 1),
                        Shot.kill(30_000, ME, 0),
                        Shot.death(30_000, FOE, 1),
                        Shot.kill(40_000, OTHER_FOE, 1),
                        Shot.death(40_000, ME, 0)));
        Fixture fixture = stored();
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.forget(new Xuid(OTHER_FOE));
        }

        assertThat(ask(fixture, new Openings()))
                .extracting(Opening::opening, Opening::matches, Opening::times)
                .containsExactly(
                        tuple("first_kill", 1L, 1L),
                        tuple("first_death", 1L, 0L),
                        tuple("team_first_kill", 1L, 1L),
                        tuple("team_first_death", 1L, 0L));
        assertThat(ask(fixture, new Duels(Duels.Order.MOST, 9)))
                .extracting(Duels.Duel::xuid, Duels.Duel::kills, Duels.Duel::deaths)
                .containsExactly(tuple(text(FOE), 1L, 0L));
    }

    /// A hundred events of the objective come first, and nobody dies.
    @Test
    void findsTheFirstKillHoweverLateItIs() throws IOException {
        career.play(_ -> {});
        List<Shot> shots = new ArrayList<>(Collections.nCopies(100, Shot.mode(20_000, FOE, 1)));
        shots.add(Shot.kill(30_000, ME, 0));
        films.film(0, shots);

        List<Opening> openings = ask(stored(), new Openings());

        assertThat(openings).extracting(Opening::matches).containsExactly(1L, 0L, 1L, 0L);
        assertThat(openings).extracting(Opening::times).containsExactly(1L, 0L, 1L, 0L);
        assertThat(openings).extracting(Opening::share).containsExactly(100.0, null, 100.0, null);
    }

    @Test
    void countsByTheMinuteOfThoseThatWereStillGoingOn() throws IOException {
        career.play(_ -> {}).play(_ -> {}).play(_ -> {});
        films.film(
                0,
                List.of(
                        Shot.kill(59_999, ME, 0),
                        Shot.kill(60_000, ME, 0),
                        Shot.medal(60_000, ME, 0, STICK),
                        Shot.medal(60_000, FOE, 1, STICK),
                        Shot.death(185_000, FOE, 1)));
        films.film(1, List.of(Shot.death(70_000, ME, 0), Shot.kill(80_000, ME, 0)));
        Fixture fixture = stored();

        assertThat(ask(fixture, new Timeline(null)))
                .containsExactly(
                        new Minute(0, 2, 1, 0, 0, 0.5, 0, 0),
                        new Minute(1, 2, 2, 1, 1, 1, 0.5, 0.5),
                        new Minute(2, 1, 0, 0, 0, 0, 0, 0),
                        new Minute(3, 1, 0, 0, 0, 0, 0, 0));
        assertThat(ask(fixture, new Timeline(new MatchId(SmallCareer.id(1)))))
                .containsExactly(new Minute(0, 1, 0, 0, 0, 0, 0, 0), new Minute(1, 1, 1, 1, 0, 1, 1, 0));
        assertThat(ask(fixture, new Timeline(new MatchId(SmallCareer.id(2))))).isEmpty();
    }

    @Test
    void isReadByThoseQuestionsAloneThatAreAboutFilms() throws IOException {
        career.play(_ -> {});
        films.film(0, List.of(Shot.kill(30_000, ME, 0)));
        Fixture fixture = stored();
        for (Path file : fixture.files(Tables.HIGHLIGHT_EVENTS.name())) {
            Files.delete(file);
        }

        assertThat(ask(fixture, new CareerSummary()).tally().matches()).isEqualTo(1);
        assertThatThrownBy(() -> ask(fixture, new Openings())).hasMessageContaining("highlight_events");
    }

    private Fixture stored() throws IOException {
        Fixture fixture = career.store(directory);
        films.store(fixture);
        return fixture;
    }

    private static <A> A ask(Fixture fixture, Question<A> question) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse.analytics(Viewpoint.standard()).ask(question, SmallCareer.ALL);
        }
    }
}
