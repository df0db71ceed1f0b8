package dev.spartanlake.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final Subject SUBJECT = new Subject("ingest", "bulk", 400);

    @Test
    void ofAnOddNumberOfSamplesTheMedianIsTheMiddleOne() {
        Measurement measurement = SUBJECT.measurement(Side.FLOOR, Unit.MILLISECONDS, List.of(9.0, 1.0, 4.0));

        assertThat(measurement.min()).isEqualTo(1);
        assertThat(measurement.median()).isEqualTo(4);
        assertThat(measurement.max()).isEqualTo(9);
    }

    @Test
    void ofAnEvenNumberOfSamplesTheMedianLiesBetweenTwo() {
        Measurement measurement = SUBJECT.measurement(Side.FLOOR, Unit.MILLISECONDS, List.of(9.0, 1.0, 4.0, 6.0));

        assertThat(measurement.median()).isEqualTo(5);
    }

    @Test
    void nothingIsSaidWithoutSamples() {
        assertThatThrownBy(() -> SUBJECT.measurement(Side.FLOOR, Unit.MILLISECONDS, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ingest, bulk: expected at least one sample, found none");
    }
}
