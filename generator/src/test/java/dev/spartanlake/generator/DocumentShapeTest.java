package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Documents have the members of recorded ones, in the same order and of the same JSON types.
class DocumentShapeTest {

    /// What no recorded document has: VIP and Firefight were recorded elsewhere.
    private static final Map<String, List<String>> DESCRIBED_ONLY = Map.of(
            "VipStats",
            List.of(
                    "VipKills",
                    "VipAssists",
                    "KillsAsVip",
                    "TimesSelectedAsVip",
                    "MaxKillingSpreeAsVip",
                    "LongestTimeAsVip",
                    "TimeAsVip"),
            "PveStats",
            List.of(
                    "Kills",
                    "Deaths",
                    "Assists",
                    "KDA",
                    "MarineKills",
                    "GruntKills",
                    "JackalKills",
                    "EliteKills",
                    "BruteKills",
                    "HunterKills",
                    "SkimmerKills",
                    "SentinelKills",
                    "BossKills"));

    @Test
    void memberOrderIsThatOfRecordedDocuments() {
        Shapes recorded = new Shapes();
        Documents.recorded().values().forEach(recorded::add);

        Shapes generated = new Shapes();
        Documents.of(CareerPlan.demo()).forEach(generated::add);

        generated.orders.forEach((place, orders) -> {
            String member = place.substring(place.lastIndexOf('.') + 1);
            if (DESCRIBED_ONLY.containsKey(member)) {
                assertThat(orders).as(place).containsExactly(String.join(",", DESCRIBED_ONLY.get(member)));
            } else if (place.endsWith(".Stats")) {
                assertThat(withoutModes(orders)).as(place).isEqualTo(withoutModes(recorded.ordersAt(place)));
            } else {
                assertThat(orders).as(place).isEqualTo(recorded.ordersAt(place));
            }
        });
    }

    @Test
    void typesAreThoseOfRecordedDocuments() {
        Shapes recorded = new Shapes();
        Documents.recorded().values().forEach(recorded::add);

        Shapes generated = new Shapes();
        Documents.of(CareerPlan.demo()).forEach(generated::add);

        generated.types.forEach((place, types) -> {
            if (DESCRIBED_ONLY.keySet().stream().anyMatch(place::contains)) {
                return;
            }
            Set<String> allowed = new TreeSet<>(recorded.types.getOrDefault(place, Set.of()));
            if (place.endsWith(".Accuracy")) {
                allowed.add("NULL");
            }
            assertThat(allowed).as(place).containsAll(types);
        });
    }

    /// Which mode blocks there are depends on the modes that were recorded; 2022 documents have them all.
    private static Set<String> withoutModes(Set<String> orders) {
        Set<String> simplified = new TreeSet<>();
        for (String order : orders) {
            List<String> members = new ArrayList<>(List.of(order.split(",")));
            if (!members.contains("BombStats")) {
                members.removeIf(
                        member -> !List.of("CoreStats", "PvpStats", "PveStats").contains(member));
            }
            simplified.add(String.join(",", members).replace("PveStats", "PvpStats"));
        }
        return simplified;
    }
}
