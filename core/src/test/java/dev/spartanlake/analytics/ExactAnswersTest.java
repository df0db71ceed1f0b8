package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spartanlake.Fixture;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.Estimate;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.Verdict;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Where a last digit would change what an answer says.
class ExactAnswersTest {

    @TempDir
    private Path directory;

    private final SmallCareer career = new SmallCareer();

    @Test
    void saysNothingAboutValuesThatAreAllAlike() throws IOException {
        for (int i = 0; i < 14; i++) {
            career.play(figures -> figures.put("Kills", 4)
                    .put("Deaths", 3)
                    .put("Assists", 1)
                    .put("ShotsFired", 7)
                    .put("ShotsHit", 3)
                    .put("AverageLifeDuration", "PT23.7S"));
        }
        Fixture fixture = career.store(directory);

        List<Directions.Direction> directions = ask(fixture, new Directions(11));
        List<Comparison.Difference> differences = ask(
                fixture,
                new Comparison(before(5)),
                SmallCareer.ALL.change().from(SmallCareer.start(5)).build());

        assertThat(directions)
                .filteredOn(direction -> direction.matches() > 4)
                .hasSizeGreaterThan(12)
                .allSatisfy(direction -> {
                    assertThat(direction.estimate()).isEqualTo(new Estimate(0.0, null, null, null));
                    assertThat(direction.verdict()).isEqualTo(Verdict.UNKNOWN);
                });
        assertThat(differences)
                .filteredOn(difference -> difference.baselineMatches() > 1)
                .hasSizeGreaterThan(12)
                .allSatisfy(difference -> {
                    assertThat(difference.estimate()).isEqualTo(new Estimate(0.0, null, null, null));
                    assertThat(difference.verdict()).isEqualTo(Verdict.UNKNOWN);
                });
    }

    @Test
    void ranksEqualValuesAlike() throws IOException {
        for (int deaths = 1; deaths <= 24; deaths++) {
            int number = deaths;
            career.play(figures -> figures.put("Deaths", number).put("AverageLifeDuration", "PT23.7S"));
        }
        Fixture fixture = career.store(directory);

        List<PersonalRecords.PersonalRecord> lives = ask(fixture, new PersonalRecords(24)).stream()
                .filter(row -> row.feat().equals(Measure.LIFE_SECONDS.column()))
                .toList();

        assertThat(lives)
                .extracting(PersonalRecords.PersonalRecord::value)
                .hasSize(24)
                .containsOnly(23.7);
        assertThat(lives.stream().map(PersonalRecords.PersonalRecord::startTime))
                .isSorted();
        assertThat(reports(fixture, 24))
                .hasSize(24)
                .allSatisfy(report ->
                        assertThat(report.place().percentiles().known()).containsEntry(Measure.LIFE_SECONDS, 100.0));
    }

    private static List<MatchReport.Report> reports(Fixture fixture, int matches) {
        try (Warehouse warehouse = fixture.warehouse()) {
            Analytics analytics = warehouse.analytics(Viewpoint.standard());
            return IntStream.range(0, matches)
                    .mapToObj(number ->
                            analytics.ask(new MatchReport(new MatchId(SmallCareer.id(number))), SmallCareer.ALL))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    @Test
    void putsAValueIntoThePartThatBeginsWithIt() throws IOException {
        for (int kills : new int[] {0, 9, 18}) {
            career.play(figures -> figures.put("Kills", kills));
        }

        List<Distribution.Bin> bins = ask(career.store(directory), new Distribution(Measure.KILLS_PER_MATCH, 14))
                .bins();

        assertThat(bins.get(7)).isEqualTo(new Distribution.Bin(9, 18 * 8 / 14.0, 1));
        assertThat(bins.get(6)).isEqualTo(new Distribution.Bin(18 * 6 / 14.0, 9, 0));
    }

    @Test
    void givesTheMeanWithAllItsDigits() throws IOException {
        career.play(figures -> figures.put("Kills", 1).put("Deaths", 1).put("Assists", 1));

        Distribution.Spread spread = ask(career.store(directory), new Distribution(Measure.KDA, 3));

        assertThat(spread.quantiles().mean()).isCloseTo(1 / 3.0, within(1e-11));
    }

    @Test
    void balancesByTheDifferenceItShows() throws IOException {
        Fixture fixture = career.play(_ -> {}).store(directory);
        Tampering.rewrite(
                fixture,
                Tables.MATCH_FACTS,
                "* REPLACE (CAST(1024.2 AS FLOAT) AS team_mmr, CAST(924.2 AS FLOAT) AS enemy_mmr)");
        Tampering.acceptMetadata(fixture);

        List<MmrBalance.Balance> balances = ask(fixture, new MmrBalance(50));

        assertThat(balances).extracting(MmrBalance.Balance::advantageFrom).containsExactly(100L);
        assertThat(balances.getFirst().measures().known()).containsEntry(Measure.MMR_ADVANTAGE, 100.0);
    }

    @Test
    void callsAModeByItsEnglishNameWhereThereIsNoFrenchOne() throws IOException {
        String variant = "bbbbbbbb-0000-4000-8000-000000000001";
        career.play(
                info -> {
                    info.put("GameVariantCategory", 99);
                    info.remove("PlaylistMapModePair");
                    ((ObjectNode) info.path("UgcGameVariant")).put("AssetId", variant);
                },
                _ -> {});
        Fixture fixture = career.store(directory);
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.nameAssets(List.of(
                    new Assets.NamedAsset(Assets.Kind.GAME_VARIANT, variant, null, "Lantern Race", null, null)));
            Analytics french = warehouse.analytics(new Viewpoint(Language.FR, ZoneOffset.UTC));

            assertThat(french.ask(new Breakdown(Dimension.MODE), SmallCareer.ALL))
                    .extracting(Breakdown.Group::label)
                    .containsExactly("Lantern Race");
        }
    }

    @Test
    void findsSeasonsWithAndWithoutAnEnding() throws IOException {
        career.play(info -> info.put("SeasonId", "Seasons/Season7.json"), _ -> {});
        career.play(info -> info.put("SeasonId", "Seasons/Season7"), _ -> {});
        career.play(info -> info.put("SeasonId", "Seasons/Season8"), _ -> {});
        Fixture fixture = career.store(directory);

        assertThat(matches(fixture, "season7")).isEqualTo(2);
        assertThat(matches(fixture, "Seasons/Season7")).isEqualTo(1);
        assertThat(matches(fixture, "")).isZero();
    }

    private static long matches(Fixture fixture, String season) {
        Filter filter = SmallCareer.ALL.change().season(season).build();
        return ask(fixture, new CareerSummary(), filter).tally().matches();
    }

    private static Filter before(int number) {
        return SmallCareer.ALL.change().until(SmallCareer.start(number)).build();
    }

    private static <A> A ask(Fixture fixture, Question<A> question) {
        return ask(fixture, question, SmallCareer.ALL);
    }

    private static <A> A ask(Fixture fixture, Question<A> question, Filter filter) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse.analytics(Viewpoint.standard()).ask(question, filter);
        }
    }
}
