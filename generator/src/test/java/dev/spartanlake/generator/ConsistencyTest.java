package dev.spartanlake.generator;

import static dev.spartanlake.generator.MatchRules.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The figures of a document agree with one another, as those of recorded documents do.
class ConsistencyTest {

    static Stream<CareerPlan> plans() {
        return Stream.of(
                CareerPlan.demo(),
                CareerPlan.mixed(1, 128),
                CareerPlan.mixed(20_260_101, 128),
                CareerPlan.benchmark(200));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void keepsTheRulesOfRecordedDocuments(CareerPlan plan) {
        for (JsonNode document : Documents.of(plan)) {
            assertThat(MatchRules.violations(document))
                    .as(document.get("MatchId").asString())
                    .isEmpty();
        }
    }

    @Test
    void recordedDocumentsKeepTheSameRules() {
        Documents.recorded()
                .forEach((name, document) ->
                        assertThat(MatchRules.violations(document)).as(name).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyKillIsSomebodysDeath(CareerPlan plan) {
        for (JsonNode document : Documents.of(plan)) {
            if (Documents.category(document) == 42) {
                continue;
            }
            List<JsonNode> blocks = document.get("Players")
                    .valueStream()
                    .flatMap(player -> Documents.playerBlocks(player).stream())
                    .map(stats -> stats.get("CoreStats"))
                    .toList();
            int kills = sum(blocks, "Kills");
            int accidents = sum(blocks, "Suicides") + sum(blocks, "Betrayals");

            assertThat(sum(blocks, "Deaths"))
                    .as(document.get("MatchId").asString())
                    .isEqualTo(kills + accidents);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void subsetsOfKillsAreNoMoreThanTheKills(CareerPlan plan) {
        List<String> subsets =
                List.of("HeadshotKills", "MeleeKills", "GrenadeKills", "PowerWeaponKills", "MaxKillingSpree");
        for (JsonNode document : Documents.of(plan)) {
            for (JsonNode stats : Documents.statBlocks(document)) {
                JsonNode core = stats.get("CoreStats");
                for (String subset : subsets) {
                    assertThat(number(core, subset)).as(subset).isBetween(0, number(core, "Kills"));
                }
                assertThat(number(core, "ShotsHit")).isBetween(0, number(core, "ShotsFired"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void scoreFollowsTheMode(CareerPlan plan) {
        for (JsonNode document : Documents.of(plan)) {
            for (JsonNode player : document.get("Players")) {
                for (JsonNode stats : Documents.playerBlocks(player)) {
                    JsonNode core = stats.get("CoreStats");
                    switch (Documents.category(document)) {
                        case 6, 9, 24 -> assertThat(number(core, "Score")).isEqualTo(number(core, "Kills"));
                        case 15 ->
                            assertThat(core.get("Score"))
                                    .isEqualTo(stats.get("CaptureTheFlagStats").get("FlagCaptures"));
                        case 18 ->
                            assertThat(core.get("Score"))
                                    .isEqualTo(stats.get("OddballStats").get("SkullScoringTicks"));
                        case 23 ->
                            assertThat(core.get("Score"))
                                    .isEqualTo(stats.get("VipStats").get("VipKills"));
                        case 7, 8, 11, 14, 19, 39, 42 ->
                            assertThat(number(core, "Score")).isZero();
                        default -> assertThat(number(core, "Score")).isNotNegative();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyMatchHasATrackedPlayer(CareerPlan plan) {
        for (JsonNode document : Documents.of(plan)) {
            assertThat(Documents.tracked(document, plan)).isNotEmpty();
        }
    }

    private static int sum(List<JsonNode> blocks, String member) {
        return blocks.stream().mapToInt(core -> number(core, member)).sum();
    }
}
