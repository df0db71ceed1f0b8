package dev.spartanlake.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.PerformanceScores;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCareerTest {

    private static final int MATCHES = 16;
    private static final String SCORES =
            "SELECT match_id, performance_score FROM match_facts WHERE performance_score IS NOT NULL";

    @TempDir
    private Path directory;

    @Test
    void itsScoresAreThoseOfAWarehouse() throws Exception {
        BenchCareer prepared = new BenchCareer(directory, MATCHES);
        Map<Object, Object> expected = new HashMap<>();
        try (Warehouse warehouse = Warehouse.at(prepared.warehouse(), WarehouseConfig.standard())) {
            warehouse
                    .query(SCORES, List.of(), Language.EN, Limits.standard())
                    .rows()
                    .forEach(row -> expected.put(row.get(0), row.get(1)));
        }

        List<CareerMatch> career = GeneratedCareer.of(CareerPlan.benchmark(MATCHES), prepared.player());

        assertThat(career).hasSize(MATCHES);
        assertThat(expected).isNotEmpty();
        assertThat(new PerformanceScores(ScoreWeights.STANDARD).of(career)).isEqualTo(expected);
    }
}
