package dev.spartanlake.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final Subject BULK = new Subject("ingest", "bulk", 10_000);

    private static final List<Measurement> MEASUREMENTS = List.of(
            BULK.measurement(Side.PRODUCT, Unit.MILLISECONDS, List.of(1800.0, 1500.0, 2100.0)),
            BULK.measurement(Side.FLOOR, Unit.MILLISECONDS, List.of(600.0)),
            BULK.measurement(Side.PRODUCT, Unit.DOCUMENTS_PER_SECOND, List.of(5555.6)),
            BULK.measurement(Side.FLOOR, Unit.DOCUMENTS_PER_SECOND, List.of(16666.7)),
            new Subject("ingest", "on disk", 10_000).measurement(Side.PRODUCT, Unit.BYTES, List.of(66_120_000.0)));

    @Test
    void aRowHasTheMediansOfAllSidesAndHowManyTimesTheFloorTheProductTakes() {
        assertThat(ResultTable.of(MEASUREMENTS).markdown()).isEqualTo("""
                | work | matches | SpartanLake | least to most | DuckDB | ratio |
                |---|---:|---:|---:|---:|---:|
                | bulk | 10,000 | 1.80 s | 1.50 s to 2.10 s | 600 ms | 3.00× |
                | bulk | 10,000 | 5,556 documents/s |  | 16,667 documents/s |  |
                | on disk | 10,000 | 66.1 MB |  |  |  |
                """);
    }

    @Test
    void columnsAreAlignedForATerminal() {
        assertThat(ResultTable.of(MEASUREMENTS.subList(0, 2)).aligned()).isEqualTo("""
                work  matches  SpartanLake     least to most  DuckDB  ratio
                bulk   10,000       1.80 s  1.50 s to 2.10 s  600 ms  3.00×
                """);
    }

    @Test
    void numbersHaveThreeDigitsThatCount() {
        assertThat(List.of(
                        Quantity.text(0.01247, Unit.MILLISECONDS),
                        Quantity.text(4.056, Unit.MILLISECONDS),
                        Quantity.text(40.56, Unit.MILLISECONDS),
                        Quantity.text(405.6, Unit.MILLISECONDS),
                        Quantity.text(40_560, Unit.MILLISECONDS),
                        Quantity.text(45_800, Unit.BYTES),
                        Quantity.text(1_600_000_000, Unit.BYTES),
                        Quantity.text(24_120, Unit.FILES)))
                .containsExactly(
                        "12.5 µs", "4.06 ms", "40.6 ms", "406 ms", "40.6 s", "45.8 kB", "1,600 MB", "24,120 files");
    }
}
