package dev.spartanlake.generator.skill;

import org.jspecify.annotations.Nullable;

/// What the skill service says of one player of a match.
///
/// @param xuid the player
/// @param resultCode 0 success; 1 not found and 4 forbidden have no figures
/// @param teamId the player's team
/// @param teamMmr the rating of the team, the same for everybody in it; infinite at times
/// @param before the rank before the match; absent without figures
/// @param after the rank after it; absent without figures
/// @param kills how many kills, and how many were expected; absent where the service has none
/// @param deaths the same of deaths
/// @param counterfactuals whether there are expected values by tier, and of what kind
public record SkillEntry(
        long xuid,
        int resultCode,
        int teamId,
        double teamMmr,
        @Nullable Csr before,
        @Nullable Csr after,
        @Nullable Expectation kills,
        @Nullable Expectation deaths,
        Counterfactuals counterfactuals) {

    /// A figure of a player beside what was expected.
    ///
    /// @param count what it was
    /// @param expected what was expected
    /// @param deviation the standard deviation
    public record Expectation(int count, double expected, double deviation) {}

    /// Whether there are expected values by tier.
    public enum Counterfactuals {
        /// There are.
        PRESENT,
        /// There are, all of them `"NaN"`.
        NOT_NUMBERS,
        /// The member is null.
        ABSENT
    }

    /// Whether there are figures.
    public boolean isFound() {
        return resultCode == 0;
    }
}
