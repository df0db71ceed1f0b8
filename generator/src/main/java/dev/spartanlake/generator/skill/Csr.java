package dev.spartanlake.generator.skill;

import dev.spartanlake.generator.json.JsonObject;
import java.util.List;

/// A competitive rank, as the service's containers have it.
///
/// @param value the number; -1 while matches of the placement are left, 0 where there is no rank
///     at all
/// @param matchesLeft how many matches of the placement are left
/// @param initialMatches how many the placement has: 10 in older seasons, 5 in newer ones, 0 where
///     there is no rank
public record Csr(int value, int matchesLeft, int initialMatches) {

    /// What stands where a playlist has no ranks.
    public static final Csr NONE = new Csr(0, 0, 0);

    private static final List<String> TIERS = List.of("Bronze", "Silver", "Gold", "Platinum", "Diamond", "Onyx");
    private static final int TIER = 300;
    private static final int SUB_TIER = 50;
    private static final int ONYX = 1500;

    /// Before any match.
    static Csr unplaced(int initialMatches) {
        return new Csr(-1, initialMatches, initialMatches);
    }

    /// Whether there is a rank by now.
    public boolean isPlaced() {
        return initialMatches > 0 && value >= 0;
    }

    /// The container of the service.
    public JsonObject json() {
        String tier = isPlaced() ? TIERS.get(tierOf(value)) : "";
        int next = value >= ONYX ? value : value / SUB_TIER * SUB_TIER + SUB_TIER;
        return new JsonObject()
                .with("Value", value)
                .with("MeasurementMatchesRemaining", matchesLeft)
                .with("Tier", tier)
                .with("TierStart", isPlaced() ? start(value) : 0)
                .with("SubTier", isPlaced() ? subTierOf(value) : 0)
                .with("NextTier", isPlaced() ? TIERS.get(tierOf(next)) : "")
                .with("NextTierStart", isPlaced() ? start(next) : 0)
                .with("NextSubTier", isPlaced() ? subTierOf(next) : 0)
                .with("InitialMeasurementMatches", initialMatches);
    }

    private static int tierOf(int value) {
        return Math.min(value / TIER, TIERS.size() - 1);
    }

    private static int subTierOf(int value) {
        return value >= ONYX ? 0 : value % TIER / SUB_TIER;
    }

    private static int start(int value) {
        return value >= ONYX ? ONYX : value / SUB_TIER * SUB_TIER;
    }
}
