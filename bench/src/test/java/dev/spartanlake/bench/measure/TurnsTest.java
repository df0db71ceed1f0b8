package dev.spartanlake.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void contendersWorkInTurnAndEachIsPreparedBefore() throws Exception {
        List<Contender> contenders = List.of(
                new Contender(Side.PRODUCT, () -> done.add("prepare"), () -> done.add("product")),
                Contender.of(Side.FLOOR, () -> done.add("floor")));

        new Turns(1, 2).measure(new Subject("job", "work", 1), contenders);

        assertThat(done)
                .containsExactly(
                        "prepare", "product", "floor", "floor", "prepare", "product", "prepare", "product", "floor");
    }

    @Test
    void roundsThatWarmUpLeaveNoSamples() throws Exception {
        List<Measurement> measurements = new Turns(3, 2)
                .measure(
                        new Subject("job", "work", 7),
                        List.of(
                                Contender.of(Side.PRODUCT, () -> done.add("product")),
                                Contender.of(Side.FLOOR, () -> done.add("floor"))));

        assertThat(done).hasSize(10);
        assertThat(measurements).extracting(Measurement::side).containsExactly(Side.PRODUCT, Side.FLOOR);
        assertThat(measurements).allSatisfy(measurement -> {
            assertThat(measurement.samples()).hasSize(2).allMatch(sample -> sample >= 0);
            assertThat(measurement.matches()).isEqualTo(7);
        });
    }

    @Test
    void thereIsNoMeasuringWithoutARound() {
        assertThatThrownBy(() -> new Turns(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rounds: expected 0 or more to warm up and 1 or more to keep, found 1 and 0");
    }
}
