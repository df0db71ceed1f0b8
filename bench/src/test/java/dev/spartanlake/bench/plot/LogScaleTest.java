package dev.spartanlake.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogScaleTest {

    @Test
    void endsAreTheNextRoundNumbers() {
        assertEnds(List.of(400.0, 1_000_000.0), 200, 1_000_000);
        assertEnds(List.of(30.2, 1.83), 1, 50);
        assertEnds(List.of(0.0123, 0.9), 0.01, 1);
        assertEnds(List.of(999.9, 1000.1), 500, 2000);
        assertEnds(List.of(5.0, 10.0), 5, 10);
    }

    @Test
    void aSingleValueIsInTheMiddleOfSomeLength() {
        assertEnds(List.of(400.0), 200, 500);
        assertEnds(List.of(10_000.0, 10_000.0), 5_000, 20_000);
        assertThat(LogScale.around(List.of(10_000.0)).position(10_000)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void equalFactorsAreEquallyFarApart() {
        LogScale scale = LogScale.around(List.of(1.0, 10_000.0));

        assertThat(List.of(1.0, 10.0, 100.0, 1_000.0, 10_000.0))
                .extracting(scale::position)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void longScalesHaveTicksAtPowersOfTenAndShortOnesAtEveryRoundNumber() {
        assertThat(LogScale.around(List.of(400.0, 1_000_000.0)).ticks())
                .containsExactly(1_000.0, 10_000.0, 100_000.0, 1_000_000.0);
        assertThat(LogScale.around(List.of(0.03, 1.5)).ticks()).containsExactly(0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0);
        assertThat(LogScale.around(List.of(0.03, 2.5)).ticks()).containsExactly(0.1, 1.0);
    }

    @Test
    void nothingAndZeroHaveNoPlace() {
        assertThatThrownBy(() -> LogScale.around(List.of(0.0, 4.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("logarithmic scale: expected values greater than 0, found [0.0, 4.0]");
        assertThatThrownBy(() -> LogScale.around(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertEnds(List<Double> values, double low, double high) {
        LogScale scale = LogScale.around(values);

        assertThat(List.of(scale.low(), scale.high())).containsExactly(low, high);
        assertThat(values).allSatisfy(value -> assertThat(scale.position(value)).isBetween(0.0, 1.0));
    }
}
