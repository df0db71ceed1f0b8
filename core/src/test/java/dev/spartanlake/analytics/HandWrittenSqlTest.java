package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.oracle.PeculiarCareer;
import dev.spartanlake.analytics.oracle.Sameness;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every measure in plain SQL over `matches`, as the reference promises, also where much is not known. That commands,
/// library and SQL agree about every question is another test's matter.
class HandWrittenSqlTest {

    private static final Filter FILTER = Filter.of(PeculiarCareer.PLAYER);

    /// A column for each measure, by its name.
    private static final String MEASURES = """
            WITH m AS (
                SELECT *, CAST(least(time_played_seconds, playable_duration_seconds) AS DECIMAL(18, 3)) AS played,
                    CAST(team_mmr AS DECIMAL(18, 3)) AS own, CAST(enemy_mmr AS DECIMAL(18, 3)) AS other
                FROM matches WHERE xuid = ? AND NOT is_pve),
            p AS (SELECT *, CASE WHEN played > 0 THEN played END AS s, deaths + 1 AS lives FROM m)
            SELECT 100 * count(*) FILTER (outcome = 2) / count(*) FILTER (outcome IN (1, 2, 3)) AS win_rate,
                avg(kills + assists / 3 - deaths) AS kda,
                sum(kills) / sum(deaths) AS kd_ratio,
                avg(kills) AS kills_per_match, avg(deaths) AS deaths_per_match, avg(assists) AS assists_per_match,
                60 * sum(kills) FILTER (s IS NOT NULL) / sum(s) AS kills_per_minute,
                60 * sum(deaths) FILTER (s IS NOT NULL) / sum(s) AS deaths_per_minute,
                60 * sum(assists) FILTER (s IS NOT NULL) / sum(s) AS assists_per_minute,
                100 * sum(shots_hit) FILTER (shots_fired IS NOT NULL)
                    / sum(shots_fired) FILTER (shots_hit IS NOT NULL) AS accuracy,
                100 * sum(headshot_kills) / sum(kills) FILTER (headshot_kills IS NOT NULL) AS headshot_rate,
                sum(damage_dealt) / sum(lives) FILTER (damage_dealt IS NOT NULL) AS damage_per_life,
                avg(damage_dealt) AS damage_dealt, avg(damage_taken) AS damage_taken,
                60 * sum(damage_dealt) FILTER (s IS NOT NULL) / sum(s) FILTER (damage_dealt IS NOT NULL)
                    AS damage_per_minute,
                sum(CAST(avg_life_seconds AS DECIMAL(18, 1)) * lives) / sum(lives) FILTER (avg_life_seconds IS NOT NULL)
                    AS life_seconds,
                avg(max_killing_spree) AS killing_spree, avg(personal_score) AS personal_score,
                avg(CAST(performance_score AS DECIMAL(18, 1))) AS performance_score,
                avg(s) / 60 AS minutes_played,
                avg(own) AS team_mmr, avg(other) AS enemy_mmr, avg(own - other) AS mmr_advantage,
                avg(kills - CAST(expected_kills AS DECIMAL(18, 4))) AS kills_above_expected,
                avg(deaths - CAST(expected_deaths AS DECIMAL(18, 4))) AS deaths_above_expected,
                avg(csr_after - csr_before) AS csr_change
            FROM p""";

    @Test
    void measuresTheCareer(@TempDir Path directory) throws IOException {
        try (Warehouse warehouse = PeculiarCareer.make(
                        directory.resolve("matches.ndjson"), directory.resolve("warehouse"), 300)
                .warehouse()) {
            QueryResult result =
                    warehouse.query(MEASURES, List.of(FILTER.player().text()), Language.EN, Limits.standard());

            MeasureValues measures = warehouse
                    .analytics(Viewpoint.standard())
                    .ask(new CareerSummary(), FILTER)
                    .measures();

            assertThat(result.columns()).hasSameSizeAs(Measure.values());
            Sameness.assertSame(values(result), measures);
        }
    }

    private static MeasureValues values(QueryResult result) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (int i = 0; i < result.columns().size(); i++) {
            Measure measure = Measure.named(result.columns().get(i).name()).orElseThrow();
            if (result.rows().getFirst().get(i) instanceof Number number) {
                values.put(measure, number.doubleValue());
            }
        }
        assertThat(values).hasSameSizeAs(Measure.values());
        return new MeasureValues(values);
    }
}
