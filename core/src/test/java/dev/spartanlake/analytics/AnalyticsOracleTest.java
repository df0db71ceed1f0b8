package dev.spartanlake.analytics;

import static dev.spartanlake.analytics.oracle.Sameness.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.oracle.ExpectedCareer;
import dev.spartanlake.analytics.oracle.ExpectedMatches;
import dev.spartanlake.analytics.oracle.ExpectedMedals;
import dev.spartanlake.analytics.oracle.ExpectedPeople;
import dev.spartanlake.analytics.oracle.ExpectedSessions;
import dev.spartanlake.analytics.oracle.ExpectedStatistics;
import dev.spartanlake.analytics.oracle.ExpectedStatistics.Finding;
import dev.spartanlake.analytics.oracle.ExpectedTrends;
import dev.spartanlake.analytics.oracle.PeculiarCareer;
import dev.spartanlake.analytics.oracle.Peculiarity;
import dev.spartanlake.analytics.oracle.RawCareers;
import dev.spartanlake.analytics.oracle.Selection;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Competition;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Opposition;
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
import dev.spartanlake.generator.Career;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.MatchOutcome;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every answer against plain folds over the raw rows of a career of 3,000 matches.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyticsOracleTest {

    private static final int MATCHES = 3000;
    private static final Viewpoint ENGLISH = Viewpoint.standard();
    private static final Viewpoint FRENCH = new Viewpoint(Language.FR, ZoneId.of("Europe/Paris"));
    private static final Filter ALL = Filter.everything(PeculiarCareer.PLAYER);

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            AnalyticsOracleTest::withoutAccents,
            text -> text.toUpperCase(Locale.ROOT),
            text -> withoutAccents(text).toLowerCase(Locale.ROOT),
            text -> text.replace('e', 'É').replace('a', 'å'));

    private Viewed english;
    private Viewed french;
    private List<Viewed> looks;
    private RawCareers raw;

    /// A filter and from where its matches are looked at.
    private record Viewed(Viewpoint viewpoint, Warehouse warehouse, Filter filter, Selection selection) {

        <A> A ask(Question<A> question) {
            return warehouse.analytics(viewpoint).ask(question, filter);
        }

        Viewed with(RawCareers raw, Filter other) {
            return new Viewed(viewpoint, warehouse, other, Selection.of(raw, other, viewpoint));
        }

        @Override
        public String toString() {
            return viewpoint.language() + " " + filter;
        }
    }

    @BeforeAll
    void make(@TempDir Path directory) throws IOException {
        Fixture fixture =
                PeculiarCareer.make(directory.resolve("matches.ndjson"), directory.resolve("warehouse"), MATCHES);
        raw = new RawCareers(fixture);
        english = new Viewed(ENGLISH, fixture.warehouse(), ALL, Selection.of(raw, ALL, ENGLISH));
        french = new Viewed(FRENCH, fixture.warehouse(), ALL, Selection.of(raw, ALL, FRENCH));
        looks = List.of(
                english,
                french.with(
                        raw,
                        Filter.of(PeculiarCareer.PLAYER)
                                .change()
                                .leastMatches(4)
                                .build()),
                french.with(
                        raw,
                        Filter.of(PeculiarCareer.RIVAL)
                                .change()
                                .until(Instant.parse("2023-02-01T00:00:00Z"))
                                .build()));
    }

    @AfterAll
    void close() {
        english.warehouse().close();
        french.warehouse().close();
    }

    @Test
    void hasEverythingThatMakesCountingHard() {
        assertThat(Peculiarity.of(english.selection())).containsExactly(Peculiarity.values());
        assertThat(Peculiarity.equalStarts(english.selection())).isGreaterThan(20);
    }

    @Test
    void leavesTheMatchesThatEachFilterSays() {
        for (Viewed viewed : List.of(english, french)) {
            for (Filter filter : filters(viewed)) {
                Viewed filtered = viewed.with(raw, filter);
                assertThat(filtered.selection().matches())
                        .as(filtered.toString())
                        .isNotEmpty();
                assertSame(
                        new ExpectedCareer(filtered.selection()).summary(), List.of(filtered.ask(new CareerSummary())));
                assertSame(
                        ids(new ExpectedMatches(filtered.selection()).list(60)), ids(filtered.ask(new MatchList(60))));
            }
        }
    }

    private static List<String> ids(List<MatchLine> lines) {
        return lines.stream().map(MatchLine::matchId).toList();
    }

    @Test
    void findsMatchesByTheIdsOfWhatTheyArePlayedOn() {
        for (Viewed viewed : List.of(english, french)) {
            MatchLine named = named(viewed);
            String map = viewed.selection().fact(named.matchId(), "map_id");
            String playlist = viewed.selection().fact(named.matchId(), "playlist_id");
            String mode = viewed.selection().fact(named.matchId(), "game_variant_id");

            assertLeaves(viewed, ALL.change().map(map).build());
            assertLeaves(viewed, ALL.change().playlist(playlist).build());
            assertLeaves(viewed, ALL.change().mode(mode).build());
            assertLeaves(
                    viewed,
                    ALL.change()
                            .map(map.toUpperCase(Locale.ROOT))
                            .playlist(playlist.toUpperCase(Locale.ROOT))
                            .mode(mode.toUpperCase(Locale.ROOT))
                            .build());
        }
    }

    /// As somebody types them who is in a hurry, or has another keyboard.
    @Test
    void findsMatchesByNamesWithoutTheirAccentsAndInAnotherCase() {
        for (String name : List.of(
                accented(french, MatchLine::modeName),
                accented(french, MatchLine::playlistName),
                accented(french, MatchLine::categoryName))) {
            assertThat(withoutAccents(name)).isNotEqualTo(name);
        }
        for (Viewed viewed : List.of(english, french)) {
            for (UnaryOperator<String> spelling : SPELLINGS) {
                assertLeaves(
                        viewed,
                        ALL.change()
                                .map(spelling.apply(accented(viewed, MatchLine::mapName)))
                                .build());
                assertLeaves(
                        viewed,
                        ALL.change()
                                .mode(spelling.apply(accented(viewed, MatchLine::modeName)))
                                .build());
                assertLeaves(
                        viewed,
                        ALL.change()
                                .playlist(spelling.apply(accented(viewed, MatchLine::playlistName)))
                                .build());
                assertLeaves(
                        viewed,
                        ALL.change()
                                .category(spelling.apply(accented(viewed, MatchLine::categoryName)))
                                .build());
            }
        }
    }

    /// A name of a match, one with an accent where there is any.
    private static String accented(Viewed viewed, Function<MatchLine, @Nullable String> name) {
        return viewed.ask(new MatchList(MATCHES)).stream()
                .map(name)
                .filter(Objects::nonNull)
                .max(Comparator.comparing((String text) -> !withoutAccents(text).equals(text))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private void assertLeaves(Viewed viewed, Filter filter) {
        Viewed filtered = viewed.with(raw, filter);
        assertThat(filtered.selection().matches()).as(filtered.toString()).isNotEmpty();
        assertThat(filtered.selection().matches().size())
                .as(filtered.toString())
                .isLessThan(viewed.selection().matches().size());
        assertSame(
                ids(new ExpectedMatches(filtered.selection()).list(MATCHES)),
                ids(filtered.ask(new MatchList(MATCHES))));
    }

    private static MatchLine named(Viewed viewed) {
        return viewed.ask(new MatchList(60)).stream()
                .filter(line -> line.playlistName() != null
                        && line.modeName() != null
                        && line.categoryName() != null
                        && line.mapName() != null)
                .findFirst()
                .orElseThrow();
    }

    private List<Filter> filters(Viewed viewed) {
        MatchLine named = named(viewed);
        String season = Objects.requireNonNull(
                viewed.ask(new Breakdown(Dimension.SEASON)).getLast().label());
        Xuid friend = new Xuid(Career.acquaintances().getFirst().xuid());
        List<Filter> filters = new ArrayList<>();
        for (Competition competition : Competition.values()) {
            for (Opposition opposition : Opposition.values()) {
                if (opposition != Opposition.PVE || competition != Competition.RANKED) {
                    filters.add(ALL.change()
                            .competition(competition)
                            .opposition(opposition)
                            .build());
                }
            }
        }
        for (MatchOutcome outcome : MatchOutcome.values()) {
            filters.add(ALL.change().outcome(outcome).build());
        }
        filters.addAll(List.of(
                ALL.change().playlist(named.playlistName()).build(),
                ALL.change()
                        .map(Objects.requireNonNull(named.mapName()).toUpperCase(Locale.ROOT))
                        .build(),
                ALL.change().mode(named.modeName()).build(),
                ALL.change().category(named.categoryName()).build(),
                ALL.change().season(season).build(),
                ALL.change().season("Csr/Seasons/" + season + ".json").build(),
                ALL.change().session(named.sessionId()).build(),
                ALL.change().teamMate(friend).build(),
                ALL.change().opponent(friend).build(),
                ALL.change().teamMate(PeculiarCareer.RIVAL).opponent(friend).build(),
                ALL.change().opponent(PeculiarCareer.RIVAL).build(),
                ALL.change()
                        .from(Instant.parse("2023-03-25T12:00:00Z"))
                        .until(Instant.parse("2023-03-26T12:00:00Z"))
                        .build(),
                ALL.change()
                        .from(Instant.parse("2023-06-01T00:00:00Z"))
                        .competition(Competition.SOCIAL)
                        .outcome(MatchOutcome.WIN)
                        .opposition(Opposition.PVP)
                        .build()));
        return filters;
    }

    @ParameterizedTest
    @EnumSource
    void cutsCareersByEveryDimension(Dimension dimension) {
        for (Viewed look : looks) {
            assertSame(new ExpectedCareer(look.selection()).breakdown(dimension), look.ask(new Breakdown(dimension)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "-03:30", "Asia/Kathmandu"})
    void cutsTimeWhereThePlayerIs(String zone) {
        Viewpoint viewpoint = new Viewpoint(Language.EN, ZoneId.of(zone));
        ExpectedCareer expected = new ExpectedCareer(Selection.of(raw, ALL, viewpoint));
        Analytics analytics = english.warehouse().analytics(viewpoint);

        assertSame(expected.summary(), List.of(analytics.ask(new CareerSummary(), ALL)));
        for (Dimension dimension :
                List.of(Dimension.HOUR, Dimension.WEEKDAY, Dimension.DAY, Dimension.WEEK, Dimension.MONTH)) {
            assertSame(expected.breakdown(dimension), analytics.ask(new Breakdown(dimension), ALL));
        }
    }

    @ParameterizedTest
    @EnumSource
    void spreadsEveryMeasure(Measure measure) {
        for (Viewed look : looks.subList(0, 2)) {
            assertSame(
                    new ExpectedCareer(look.selection()).distribution(measure, 13),
                    look.ask(new Distribution(measure, 13)));
        }
    }

    @Test
    void findsPersonalRecords() {
        for (Viewed look : looks) {
            assertSame(new ExpectedCareer(look.selection()).records(25), look.ask(new PersonalRecords(25)));
        }
    }

    @Test
    void listsMatchesWithEveryColumn() {
        for (Viewed look : looks) {
            assertSame(new ExpectedMatches(look.selection()).list(700), look.ask(new MatchList(700)));
        }
    }

    @Test
    void reportsMatchesInFull() {
        for (Viewed look : looks) {
            List<String> ids = ids(new ExpectedMatches(look.selection()).list(MATCHES));
            for (int i = 0; i < ids.size(); i += 1 + ids.size() / 7) {
                String id = ids.get(i);
                assertSame(
                        new ExpectedMatches(look.selection()).report(id), look.ask(new MatchReport(new MatchId(id))));
            }
        }
    }

    @Test
    void rollsWindowsAlongTheCareer() {
        for (Viewed look : looks) {
            ExpectedTrends trends = new ExpectedTrends(look.selection());
            assertSame(trends.rolling(20, 400), look.ask(new RollingTrend(20, 400)));
            assertSame(trends.rolling(1, 5), look.ask(new RollingTrend(1, 5)));
            assertSame(trends.rolling(MATCHES + 1, 5), look.ask(new RollingTrend(MATCHES + 1, 5)));
        }
    }

    @Test
    void countsStreaks() {
        for (Viewed look : looks) {
            assertSame(new ExpectedTrends(look.selection()).streaks(), look.ask(new Streaks()));
        }
    }

    @Test
    void followsTheCompetitiveRank() {
        for (Viewed look : looks) {
            assertSame(new ExpectedTrends(look.selection()).rankings(), look.ask(new CsrHistory()));
        }
    }

    @Test
    void balancesRatings() {
        for (Viewed look : looks) {
            assertSame(new ExpectedTrends(look.selection()).balance(50), look.ask(new MmrBalance(50)));
            assertSame(new ExpectedTrends(look.selection()).balance(7), look.ask(new MmrBalance(7)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ordersSessions(SessionList.Order order) {
        for (Viewed look : looks) {
            assertSame(
                    new ExpectedSessions(look.selection()).sessions(order, 900), look.ask(new SessionList(order, 900)));
        }
    }

    @Test
    void followsPlayersThroughSessions() {
        for (Viewed look : looks) {
            assertSame(new ExpectedSessions(look.selection()).fatigue(6), look.ask(new Fatigue(6)));
        }
        Viewed wins = english.with(raw, ALL.change().outcome(MatchOutcome.WIN).build());
        assertSame(new ExpectedSessions(wins.selection()).fatigue(4), wins.ask(new Fatigue(4)));
    }

    @ParameterizedTest
    @EnumSource
    void countsMedals(MedalTotals.Order order) {
        for (Viewed look : looks) {
            assertSame(new ExpectedMedals(look.selection()).totals(order, 500), look.ask(new MedalTotals(order, 500)));
        }
    }

    @Test
    void countsMedalsByDifficulty() {
        for (Viewed look : looks) {
            assertSame(new ExpectedMedals(look.selection()).difficulties(), look.ask(new MedalDifficulties()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsCompanions(Companions.Order order) {
        for (Viewed look : looks) {
            assertSame(
                    new ExpectedPeople(look.selection()).companions(order, 2000),
                    look.ask(new Companions(order, 2000)));
        }
    }

    @Test
    void judgesDirections() {
        for (Viewed look : looks) {
            for (int latest : new int[] {3, 40, 500, MATCHES}) {
                List<Finding> expected = new ExpectedStatistics(look.selection()).directions(latest);
                List<Directions.Direction> answer = look.ask(new Directions(latest));
                assertThat(answer).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    expected.get(i).assertDirection(answer.get(i));
                }
            }
        }
    }

    @Test
    void judgesDifferences() {
        Instant middle = Instant.parse("2023-06-15T00:00:00Z");
        for (Viewed look : List.of(english, french)) {
            Viewed before = look.with(raw, ALL.change().until(middle).build());
            Viewed after = look.with(raw, ALL.change().from(middle).build());
            Viewed night = look.with(
                    raw,
                    ALL.change()
                            .session(look.ask(new MatchList(1)).getFirst().sessionId())
                            .build());
            assertDifferences(before, after);
            assertDifferences(after, night);
            assertDifferences(night, before);
        }
    }

    private static void assertDifferences(Viewed baseline, Viewed viewed) {
        List<Finding> expected = new ExpectedStatistics(viewed.selection()).comparison(baseline.selection());
        List<Comparison.Difference> answer = viewed.ask(new Comparison(baseline.filter()));
        assertThat(answer).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            expected.get(i).assertDifference(answer.get(i));
        }
    }
}
