package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.oracle.PeculiarCareer;
import dev.spartanlake.analytics.oracle.Sameness;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The figures of ready-made answers, had by SQL as a user would write it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandWrittenSqlTest {

    private static final Filter FILTER = Filter.of(PeculiarCareer.PLAYER);

    private Warehouse warehouse;

    @BeforeAll
    void make(@TempDir Path directory) throws IOException {
        warehouse = PeculiarCareer.make(directory.resolve("matches.ndjson"), directory.resolve("warehouse"), 300)
                .warehouse();
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void sumsUpTheCareer() {
        CareerSummary.Summary summary = ask(new CareerSummary());

        assertRows(
                List.of(row(
                        summary.tally().matches(),
                        summary.tally().wins(),
                        summary.tally().kills(),
                        summary.sessions(),
                        summary.daysPlayed(),
                        value(summary.measures(), Measure.WIN_RATE),
                        value(summary.measures(), Measure.KD_RATIO),
                        value(summary.measures(), Measure.KDA),
                        value(summary.measures(), Measure.ACCURACY),
                        value(summary.measures(), Measure.DAMAGE_PER_LIFE))),
                """
                SELECT count(*), count(*) FILTER (outcome = 2), sum(kills), count(DISTINCT session_id),
                    count(DISTINCT date_trunc('day', start_time AT TIME ZONE 'UTC')),
                    100.0 * count(*) FILTER (outcome = 2) / count(*) FILTER (outcome IN (1, 2, 3)),
                    sum(kills) / sum(deaths), avg(kills + assists / 3 - deaths),
                    100 * sum(shots_hit) FILTER (shots_fired IS NOT NULL)
                        / sum(shots_fired) FILTER (shots_hit IS NOT NULL),
                    sum(damage_dealt) / sum(deaths + 1) FILTER (damage_dealt IS NOT NULL)
                FROM matches WHERE xuid = ? AND NOT is_pve""");
    }

    @Test
    void cutsTheCareerByMap() {
        assertRows(
                ask(new Breakdown(Dimension.MAP)).stream()
                        .map(group -> row(
                                group.label(),
                                group.tally().matches(),
                                group.tally().losses(),
                                value(group.measures(), Measure.KILLS_PER_MATCH)))
                        .toList(),
                """
                SELECT map_name, count(*), count(*) FILTER (outcome = 3), avg(kills)
                FROM matches WHERE xuid = ? AND NOT is_pve
                GROUP BY map_name ORDER BY count(*) DESC, map_name NULLS LAST""");
    }

    @Test
    void findsTheStreaks() {
        assertRows(
                ask(new Streaks()).runs().stream()
                        .map(run -> row((long) run.outcome(), run.length(), run.startTime(), run.endTime()))
                        .toList(),
                """
                WITH decided AS (
                    SELECT outcome, start_time, match_id,
                        outcome IS DISTINCT FROM lag(outcome) OVER (ORDER BY start_time, match_id) AS begins
                    FROM matches WHERE xuid = ? AND NOT is_pve AND outcome IN (2, 3)),
                numbered AS (
                    SELECT *, count(*) FILTER (begins) OVER (ORDER BY start_time, match_id) AS run FROM decided)
                SELECT CAST(any_value(outcome) AS BIGINT), count(*), min(start_time), max(start_time)
                FROM numbered GROUP BY run ORDER BY run""");
    }

    @Test
    void countsMedals() {
        assertRows(
                ask(new MedalTotals(MedalTotals.Order.MOST, 25)).stream()
                        .map(medal -> row(medal.medalNameId(), medal.name(), medal.count(), medal.matches()))
                        .toList(),
                """
                SELECT medal_name_id, any_value(d.name_en), sum(a.count), count(*)
                FROM medal_awards a JOIN matches m USING (match_id, xuid)
                LEFT JOIN meta.medal_definitions d ON d.name_id = a.medal_name_id
                WHERE m.xuid = ? AND NOT m.is_pve
                GROUP BY medal_name_id ORDER BY sum(a.count) DESC, medal_name_id LIMIT 25""");
    }

    @Test
    void knowsCompanions() {
        assertRows(
                ask(new Companions(Companions.Order.TOGETHER, 15)).stream()
                        .map(mate -> row(mate.xuid(), mate.together(), mate.winRateTogether(), mate.kdaTogether()))
                        .toList(),
                """
                SELECT p.xuid, count(*),
                    100 * count(*) FILTER (m.outcome = 2) / nullif(count(*) FILTER (m.outcome IN (1, 2, 3)), 0),
                    avg(m.kills + m.assists / 3 - m.deaths)
                FROM matches m JOIN match_participants p USING (match_id)
                WHERE m.xuid = ? AND NOT m.is_pve AND m.my_team_score IS NOT NULL
                    AND p.team_id = m.team_id AND p.xuid <> m.xuid
                GROUP BY p.xuid ORDER BY count(*) DESC, CAST(p.xuid AS BIGINT) LIMIT 15""");
    }

    private <A> A ask(Question<A> question) {
        return warehouse.analytics(Viewpoint.standard()).ask(question, FILTER);
    }

    private void assertRows(List<List<@Nullable Object>> answer, String sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : warehouse
                .query(sql, List.of(FILTER.player().text()), Language.EN, Limits.standard())
                .rows()) {
            List<@Nullable Object> plain = new ArrayList<>();
            row.forEach(value -> plain.add(plain(value)));
            rows.add(plain);
        }
        assertThat(rows).isNotEmpty();
        Sameness.assertSame(rows, answer);
    }

    /// Sums of whole numbers are whole numbers, whatever their width.
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof BigInteger large ? Long.valueOf(large.longValueExact()) : value;
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static @Nullable Object value(MeasureValues values, Measure measure) {
        return values.known().get(measure);
    }
}
