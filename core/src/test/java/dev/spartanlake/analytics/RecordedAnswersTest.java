package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Figures of the nine recorded matches, added up by hand from their documents. They are those of the one player who
/// is in all of them.
class RecordedAnswersTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @TempDir
    private Path directory;

    private Warehouse warehouse = Warehouse.at(Path.of("."), Fixture.config());
    private Filter filter = Filter.of(new Xuid(1));

    @BeforeEach
    void ingest() throws IOException {
        Fixture fixture = new Fixture(directory);
        Xuid player = playerOfAll();
        fixture.ingest(SharedData.matches(), Set.of(player));
        warehouse = fixture.warehouse();
        filter = Filter.of(player);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static Xuid playerOfAll() throws IOException {
        Set<String> common = new HashSet<>();
        for (Path file : SharedData.matches()) {
            Set<String> humans = new JsonMapper()
                    .readTree(Files.readAllBytes(file))
                    .path("Players")
                    .valueStream()
                    .map(player -> player.path("PlayerId").asString())
                    .filter(id -> id.startsWith("xuid("))
                    .collect(Collectors.toSet());
            if (common.isEmpty()) {
                common.addAll(humans);
            }
            common.retainAll(humans);
        }
        assertThat(common).hasSize(1);
        return Xuid.parse(common.iterator().next());
    }

    @Test
    void sumsUpTheCareer() {
        CareerSummary.Summary summary = english().ask(new CareerSummary(), filter);

        assertThat(summary.tally())
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(new Tally(
                        9,
                        2,
                        5,
                        2,
                        0,
                        0,
                        136,
                        75,
                        39,
                        4818.625,
                        Instant.parse("2022-06-22T04:25:35.822Z"),
                        Instant.parse("2025-01-29T04:20:33.441Z")));
        assertThat(summary.sessions()).isEqualTo(5);
        assertThat(summary.daysPlayed()).isEqualTo(5);
    }

    @Test
    void measuresTheCareer() {
        CareerSummary.Summary summary = english().ask(new CareerSummary(), filter);

        assertMeasure(summary, Measure.WIN_RATE, 200.0 / 9);
        assertMeasure(summary, Measure.KDA, 222.0 / 27);
        assertMeasure(summary, Measure.KD_RATIO, 136.0 / 75);
        assertMeasure(summary, Measure.ACCURACY, 107_700.0 / 1890);
        assertMeasure(summary, Measure.KILLS_PER_MINUTE, 8160 / 4818.625);
        assertMeasure(summary, Measure.HEADSHOT_RATE, 100.0 * 90 / 136);
        assertMeasure(summary, Measure.DAMAGE_PER_LIFE, 42_693.0 / 84);
        assertMeasure(summary, Measure.KILLING_SPREE, 35.0 / 9);
        assertThat(summary.measures().known()).doesNotContainKey(Measure.TEAM_MMR);
    }

    private static void assertMeasure(CareerSummary.Summary summary, Measure measure, double expected) {
        assertThat(summary.measures().known().get(measure)).as(measure.column()).isCloseTo(expected, EXACTLY);
    }

    @Test
    void countsDaysWhereThePlayerIs() {
        Viewpoint newYork = new Viewpoint(Language.EN, ZoneId.of("America/New_York"));

        CareerSummary.Summary summary = warehouse.analytics(newYork).ask(new CareerSummary(), filter);

        // The evening of 29 September 2024 went on past midnight.
        assertThat(summary.daysPlayed()).isEqualTo(6);
    }

    @Test
    void cutsTheCareerBySeason() {
        assertThat(english().ask(new Breakdown(Dimension.SEASON), filter))
                .extracting(group -> group.label() + " " + group.tally().matches())
                .containsExactly("Season7 1", "null 3", "CsrSeason9-1 5");
    }

    @Test
    void findsTheStreaks() {
        Streaks.Report report = english().ask(new Streaks(), filter);

        assertThat(report.runs())
                .extracting(run -> (run.outcome() == 2 ? "won " : "lost ") + run.length())
                .containsExactly("lost 1", "won 1", "lost 3", "won 1", "lost 1");
        assertThat(report.comebacks()).isEqualTo(1);
        assertThat(report.longestLosses()).isEqualTo(report.runs().get(2));
        assertThat(report.runs().get(2).startTime()).isEqualTo(Instant.parse("2025-01-22T02:23:52.129Z"));
    }

    @Test
    void countsAMedal() {
        assertThat(english().ask(new MedalTotals(MedalTotals.Order.MOST, 100), filter))
                .filteredOn(medal -> medal.medalNameId() == 1_512_363_953L)
                .singleElement()
                .satisfies(medal -> {
                    assertThat(medal.count()).isEqualTo(20);
                    assertThat(medal.matches()).isEqualTo(6);
                    assertThat(medal.perMatch()).isCloseTo(20.0 / 9, EXACTLY);
                    assertThat(medal.firstEarned()).isEqualTo(Instant.parse("2022-06-22T04:25:35.822Z"));
                });
    }

    @Test
    void knowsTheTeamMate() {
        Companions.Companion mate = english()
                .ask(new Companions(Companions.Order.TOGETHER, 1), filter)
                .getFirst();

        assertThat(mate.together()).isEqualTo(5);
        assertThat(mate.winRateTogether()).isEqualTo(20);
        assertThat(mate.winRateWithout()).isEqualTo(25);
        assertThat(mate.kdaTogether()).isCloseTo(159 / 15.0, EXACTLY);
        // Infection has no teams, so that everybody is against everybody.
        assertThat(mate.against()).isEqualTo(1);
        assertThat(mate.winRateAgainst()).isZero();
        assertThat(mate.kdaAgainst()).isEqualTo(4);
    }

    private Analytics english() {
        return warehouse.analytics(Viewpoint.standard());
    }
}
