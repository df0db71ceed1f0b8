package dev.spartanlake.generator.skill;

import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.skill.SkillEntry.Counterfactuals;
import dev.spartanlake.generator.skill.SkillEntry.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the skill service knows of a match.
///
/// **Source**: `GET skill /hi/matches/{matchId}/skill?players=xuid(…),…`
///
/// @param matchId the match
/// @param entries one for each human of the match, in the order of its document; empty where the
///     service knows nothing of the match and answers 404, as it does for custom games and those
///     against the computer
public record SkillDocument(String matchId, List<SkillEntry> entries) {

    private static final List<String> TIERS = List.of("Bronze", "Silver", "Gold", "Platinum", "Diamond", "Onyx");

    /// What the lowest and the highest tier would do, relative to what was expected of the player.
    private static final double LOWEST_TIER = -0.05;

    private static final double TIER_STEP = 0.25;

    /// Copies the list.
    public SkillDocument {
        entries = List.copyOf(entries);
    }

    /// Whether the service knows the match.
    public boolean isAvailable() {
        return !entries.isEmpty();
    }

    /// The answer about some players, in the order they are asked for. Who was not in the match is
    /// not found.
    public String json(List<Long> xuids) {
        List<JsonObject> values = new ArrayList<>();
        for (long xuid : xuids) {
            values.add(value(xuid));
        }
        return new JsonObject().with("Value", values).toString();
    }

    private JsonObject value(long xuid) {
        @Nullable
        SkillEntry entry =
                entries.stream().filter(each -> each.xuid() == xuid).findFirst().orElse(null);
        JsonObject value = new JsonObject().with("Id", "xuid(" + xuid + ")");
        if (entry == null || !entry.isFound()) {
            return value.with("ResultCode", entry == null ? 1 : entry.resultCode())
                    .with("Result", null);
        }
        return value.with("ResultCode", 0).with("Result", result(entry));
    }

    private JsonObject result(SkillEntry entry) {
        Map<Integer, Double> ratings = new TreeMap<>();
        entries.forEach(each -> ratings.put(each.teamId(), each.teamMmr()));
        JsonObject teamMmrs = new JsonObject();
        ratings.forEach((team, rating) -> teamMmrs.with(Integer.toString(team), number(rating)));
        return new JsonObject()
                .with("TeamMmr", number(entry.teamMmr()))
                .with(
                        "RankRecap",
                        new JsonObject()
                                .with("PreMatchCsr", container(entry.before()))
                                .with("PostMatchCsr", container(entry.after())))
                .with("StatPerformances", performances(entry))
                .with("TeamId", entry.teamId())
                .with("TeamMmrs", teamMmrs)
                .with("RankedRewards", null)
                .with("Counterfactuals", counterfactuals(entry));
    }

    private static @Nullable JsonObject container(@Nullable Csr csr) {
        return csr == null ? null : csr.json();
    }

    private static JsonObject performances(SkillEntry entry) {
        JsonObject performances = new JsonObject();
        if (entry.kills() != null && entry.deaths() != null) {
            performances.with("Kills", performance(entry.kills())).with("Deaths", performance(entry.deaths()));
        }
        return performances;
    }

    private static JsonObject performance(Expectation expectation) {
        return new JsonObject()
                .with("Count", expectation.count())
                .with("Expected", expectation.expected())
                .with("StdDev", expectation.deviation());
    }

    private static @Nullable JsonObject counterfactuals(SkillEntry entry) {
        Expectation kills = entry.kills();
        Expectation deaths = entry.deaths();
        if (entry.counterfactuals() == Counterfactuals.ABSENT || kills == null || deaths == null) {
            return null;
        }
        boolean numbers = entry.counterfactuals() == Counterfactuals.PRESENT;
        JsonObject tiers = new JsonObject();
        for (int i = 0; i < TIERS.size(); i++) {
            double share = LOWEST_TIER + i * TIER_STEP;
            tiers.with(
                    TIERS.get(i),
                    both(
                            numbers ? kills.expected() * share : Double.NaN,
                            numbers ? deaths.expected() * (1.5 - share / 2) : Double.NaN));
        }
        return new JsonObject()
                .with("SelfCounterfactuals", both(kills.expected(), deaths.expected()))
                .with("TierCounterfactuals", tiers);
    }

    private static JsonObject both(double kills, double deaths) {
        return new JsonObject().with("Kills", number(kills)).with("Deaths", number(deaths));
    }

    /// What is no number in JSON is a text here.
    private static Object number(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : Double.toString(value);
    }
}
