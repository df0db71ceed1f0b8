package dev.spartanlake.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTableTest {

    @Test
    void aRowHasTheMedianOfEachSizeAndTheFactorFromTheSmallestToTheLargest() {
        List<Measurement> measurements = List.of(
                time("bulk", 10_000, 1700, 1900, 2000),
                time("bulk", 400, 95, 100),
                time("bulk", 1_000_000, 195_000),
                new Subject("ingest", "bulk", 400).measurement(Side.FLOOR, Unit.MILLISECONDS, List.of(1.0)),
                new Subject("ingest", "bulk", 400)
                        .measurement(Side.PRODUCT, Unit.DOCUMENTS_PER_SECOND, List.of(4000.0)),
                new Subject("ingest", "bulk", 1_000_000)
                        .measurement(Side.PRODUCT, Unit.DOCUMENTS_PER_SECOND, List.of(5128.0)),
                time("late", 10_000, 5));

        assertThat(GrowthTable.of(measurements).markdown()).isEqualTo("""
                | work | 400 matches | 10,000 matches | 1,000,000 matches | for 2,500× the matches |
                |---|---:|---:|---:|---:|
                | bulk | 97.5 ms | 1.90 s | 195 s | 2,000× |
                | bulk | 4,000 documents/s |  | 5,128 documents/s | 1.28× |
                | late |  | 5.00 ms |  |  |
                """);
    }

    @Test
    void oneSizeGrowsByNothing() {
        assertThat(GrowthTable.of(List.of(time("bulk", 400, 100))).markdown()).isEqualTo("""
                | work | 400 matches |
                |---|---:|
                | bulk | 100 ms |
                """);
    }

    private static Measurement time(String work, long matches, double... samples) {
        return new Subject("ingest", work, matches)
                .measurement(
                        Side.PRODUCT,
                        Unit.MILLISECONDS,
                        Arrays.stream(samples).boxed().toList());
    }
}
