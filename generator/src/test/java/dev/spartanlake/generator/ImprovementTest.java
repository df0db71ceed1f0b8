package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tracked players get better over the years.
class ImprovementTest {

    @Test
    void killsAndAccuracyRiseFromYearToYear() {
        CareerPlan plan = CareerPlan.demo();
        List<JsonNode> slayer = Documents.of(plan).stream()
                .filter(document -> Documents.category(document) == 6)
                .filter(document -> document.get("Players").size() == 8)
                .flatMap(document -> Documents.tracked(document, plan).stream())
                .map(Documents::core)
                .filter(core -> core.get("ShotsFired").asInt() > 0)
                .toList();
        int third = slayer.size() / 3;
        List<JsonNode> first = slayer.subList(0, third);
        List<JsonNode> second = slayer.subList(third, 2 * third);
        List<JsonNode> last = slayer.subList(2 * third, slayer.size());

        assertThat(mean(second, "Kills")).isGreaterThan(mean(first, "Kills") + 0.5);
        assertThat(mean(last, "Kills")).isGreaterThan(mean(second, "Kills") + 0.5);
        assertThat(mean(second, "Accuracy")).isGreaterThan(mean(first, "Accuracy") + 2);
        assertThat(mean(last, "Accuracy")).isGreaterThan(mean(second, "Accuracy") + 2);
    }

    private static double mean(List<JsonNode> cores, String member) {
        return cores.stream()
                .mapToDouble(core -> core.get(member).asDouble())
                .average()
                .orElseThrow();
    }
}
