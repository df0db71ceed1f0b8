package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.player.Csr;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A player's skill in a match. Numbers are kept as they were served, as texts, because some are
/// `NaN` or `Infinity`.
///
/// @param teamMmr of the player's team
/// @param teamMmrs of every team, by the team's number
/// @param before the competitive rank before the match; `null` when the answer has none
/// @param after likewise after it
/// @param kills expected and counted; `null` when unavailable
/// @param deaths likewise
/// @param self what was expected of this player; `null` when unavailable
/// @param tiers what would have been expected of a player of each tier, by its name; empty when
///     unavailable
public record SkillResult(
        int teamId,
        String teamMmr,
        Map<String, String> teamMmrs,
        @Nullable Csr before,
        @Nullable Csr after,
        @Nullable Performance kills,
        @Nullable Performance deaths,
        @Nullable Expectation self,
        Map<String, Expectation> tiers) {

    /// Keeps copies.
    public SkillResult {
        teamMmrs = Map.copyOf(teamMmrs);
        tiers = Map.copyOf(tiers);
    }

    /// A count beside what was expected of it.
    public record Performance(String count, String expected, String standardDeviation) {

        static @Nullable Performance read(@Nullable JsonValue value) throws UnexpectedJson {
            return value == null
                    ? null
                    : new Performance(
                            value.field("Count").rawNumber(),
                            value.field("Expected").rawNumber(),
                            value.field("StdDev").rawNumber());
        }
    }

    /// Expected kills and deaths; may be negative.
    public record Expectation(String kills, String deaths) {

        static Expectation read(JsonValue value) throws UnexpectedJson {
            return new Expectation(
                    value.field("Kills").rawNumber(), value.field("Deaths").rawNumber());
        }
    }

    static SkillResult read(JsonValue value) throws UnexpectedJson {
        JsonValue recap = value.optional("RankRecap");
        JsonValue performances = value.optional("StatPerformances");
        JsonValue counterfactuals = value.optional("Counterfactuals");
        JsonValue self = within(counterfactuals, "SelfCounterfactuals");
        return new SkillResult(
                value.field("TeamId").integer(),
                value.field("TeamMmr").rawNumber(),
                teams(value.optional("TeamMmrs")),
                Csr.readOptional(within(recap, "PreMatchCsr")),
                Csr.readOptional(within(recap, "PostMatchCsr")),
                Performance.read(within(performances, "Kills")),
                Performance.read(within(performances, "Deaths")),
                self == null ? null : Expectation.read(self),
                tiers(within(counterfactuals, "TierCounterfactuals")));
    }

    private static @Nullable JsonValue within(@Nullable JsonValue value, String name) throws UnexpectedJson {
        return value == null ? null : value.optional(name);
    }

    private static Map<String, String> teams(@Nullable JsonValue value) throws UnexpectedJson {
        Map<String, String> teams = new LinkedHashMap<>();
        if (value != null) {
            for (Map.Entry<String, JsonValue> team : value.fields().entrySet()) {
                teams.put(team.getKey(), team.getValue().rawNumber());
            }
        }
        return teams;
    }

    private static Map<String, Expectation> tiers(@Nullable JsonValue value) throws UnexpectedJson {
        Map<String, Expectation> tiers = new LinkedHashMap<>();
        if (value != null) {
            for (Map.Entry<String, JsonValue> tier : value.fields().entrySet()) {
                tiers.put(tier.getKey(), Expectation.read(tier.getValue()));
            }
        }
        return tiers;
    }
}
