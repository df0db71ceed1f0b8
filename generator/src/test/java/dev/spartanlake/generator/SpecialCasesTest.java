package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every special case comes up.
class SpecialCasesTest {

    static Stream<CareerPlan> shortPlans() {
        return LongStream.of(1, 2, 3, 42, -7, Long.MAX_VALUE).mapToObj(seed -> CareerPlan.mixed(seed, 64));
    }

    @Test
    void theDemoHasThemAll() {
        assertThat(missing(CareerPlan.demo())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shortPlans")
    void sixtyFourMixedMatchesHaveThemAll(CareerPlan plan) {
        assertThat(missing(plan)).isEmpty();
    }

    @Test
    void theBenchmarkIsArenaOnly() {
        CareerPlan plan = CareerPlan.benchmark(500);
        for (JsonNode document : Documents.of(plan)) {
            assertThat(SpecialCase.CUSTOM_GAME.isIn(document, plan)).isFalse();
            assertThat(document.get("Players").size()).isBetween(8, 9);
        }
    }

    private static Set<SpecialCase> missing(CareerPlan plan) {
        Set<SpecialCase> missing = EnumSet.allOf(SpecialCase.class);
        for (JsonNode document : Documents.of(plan)) {
            missing.removeIf(each -> each.isIn(document, plan));
        }
        return missing;
    }
}
