package dev.spartanlake.document;

import io.avaje.validation.constraints.NotNull;
import io.avaje.validation.constraints.Range;
import io.avaje.validation.constraints.Valid;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures common to all modes, for one player on one team.
///
/// Every component but kills, deaths and assists is null when the API left it out.
///
/// @param score what the mode scores by
/// @param personalScore the sum of awards; can be negative
/// @param roundsWon rounds won
/// @param roundsLost rounds lost
/// @param roundsTied rounds tied
/// @param kills kills
/// @param deaths deaths
/// @param assists assists
/// @param kda the game's own figure, see [dev.spartanlake.match.GameRules#kda]
/// @param suicides own deaths by own hand
/// @param betrayals team-mates killed
/// @param averageLifeDuration mean length of a life
/// @param grenadeKills kills by grenade; the four kinds of kill overlap
/// @param headshotKills kills by headshot
/// @param meleeKills kills by melee
/// @param powerWeaponKills kills by power weapon
/// @param shotsFired shots fired
/// @param shotsHit shots that hit
/// @param accuracy percent of shots that hit, 0 to 100
/// @param damageDealt damage dealt, in the game's unit
/// @param damageTaken damage taken, in the game's unit
/// @param calloutAssists enemies marked that others then killed
/// @param vehicleDestroys vehicles destroyed
/// @param driverAssists assists as driver
/// @param hijacks vehicles hijacked
/// @param empAssists assists by disabling
/// @param maxKillingSpree longest run of kills without dying
/// @param medals medals earned
/// @param spawns how often the player entered the field
/// @param objectivesCompleted objectives completed; absent before 2024
@Valid
public record CoreStats(
        @Nullable Integer score,
        @Nullable Integer personalScore,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer roundsWon,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer roundsLost,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer roundsTied,
        @NotNull @Range(min = 0, max = Short.MAX_VALUE) Integer kills,
        @NotNull @Range(min = 0, max = Short.MAX_VALUE) Integer deaths,
        @NotNull @Range(min = 0, max = Short.MAX_VALUE) Integer assists,
        @Nullable Float kda,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer suicides,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer betrayals,
        @Nullable Duration averageLifeDuration,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer grenadeKills,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer headshotKills,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer meleeKills,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer powerWeaponKills,
        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer shotsFired,
        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer shotsHit,

        @Percentage @Nullable Float accuracy,

        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer damageDealt,
        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer damageTaken,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer calloutAssists,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer vehicleDestroys,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer driverAssists,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer hijacks,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer empAssists,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer maxKillingSpree,
        @Valid List<Medal> medals,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer spawns,
        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer objectivesCompleted) {

    /// Treats an absent list of medals like an empty one, as the API serves it for bots.
    public CoreStats {
        medals = medals == null ? List.of() : List.copyOf(medals);
    }

    /// A kind of medal earned.
    ///
    /// @param nameId the kind; an unsigned 32-bit number, so half of them exceed a Java `int`
    /// @param count how many
    @Valid
    public record Medal(
            @NotNull @Range(min = Integer.MIN_VALUE, max = MAX_UNSIGNED)
            Long nameId,

            @NotNull @Range(min = 1, max = Short.MAX_VALUE) Integer count) {

        private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

        /// Undoes the sign that dumps made with 32-bit integers give to large identifiers.
        public Medal {
            if (nameId != null && nameId < 0 && nameId >= Integer.MIN_VALUE) {
                nameId = nameId & MAX_UNSIGNED;
            }
        }
    }
}
