package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import org.jspecify.annotations.Nullable;

/// A competitive rank.
///
/// @param value -1 while matches are still being measured
/// @param tier `Bronze` to `Onyx`, or empty
/// @param subTier from 0
/// @param tierStart the value at which the sub-tier begins
/// @param nextTier likewise of the next one
/// @param nextSubTier from 0
/// @param nextTierStart the value at which the next one begins
/// @param measurementMatchesRemaining how many matches are still to be measured
/// @param initialMeasurementMatches how many are measured in all
/// @param demotionProtectionMatchesRemaining `null` in older answers, which do not have it
public record Csr(
        int value,
        String tier,
        int subTier,
        int tierStart,
        String nextTier,
        int nextSubTier,
        int nextTierStart,
        int measurementMatchesRemaining,
        int initialMeasurementMatches,
        @Nullable Integer demotionProtectionMatchesRemaining) {

    /// Reads the container that ranks come in.
    ///
    /// @throws UnexpectedJson if it has another shape
    public static Csr read(JsonValue value) throws UnexpectedJson {
        JsonValue protection = value.optional("DemotionProtectionMatchesRemaining");
        return new Csr(
                value.field("Value").integer(),
                value.field("Tier").text(),
                value.field("SubTier").integer(),
                value.field("TierStart").integer(),
                value.field("NextTier").text(),
                value.field("NextSubTier").integer(),
                value.field("NextTierStart").integer(),
                value.field("MeasurementMatchesRemaining").integer(),
                value.field("InitialMeasurementMatches").integer(),
                protection == null ? null : protection.integer());
    }

    /// Reads a container that may be absent.
    ///
    /// @return `null` when it is
    /// @throws UnexpectedJson if it has another shape
    public static @Nullable Csr readOptional(@Nullable JsonValue value) throws UnexpectedJson {
        return value == null ? null : read(value);
    }
}
