package dev.spartanlake.document;

import io.avaje.validation.constraints.NotNull;
import io.avaje.validation.constraints.Range;
import io.avaje.validation.constraints.Valid;
import org.jspecify.annotations.Nullable;

/// One team of a match.
///
/// @param teamId the number players refer to
/// @param stats the team's figures; null when the API left them out
@Valid
public record Team(
        @NotNull @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE)
        Integer teamId,

        @Nullable TeamStats stats) {

    /// The score the mode goes by; null when the document does not say.
    public @Nullable Integer score() {
        return stats == null || stats.coreStats() == null
                ? null
                : stats.coreStats().score();
    }

    /// The envelope of a team's figures.
    ///
    /// @param coreStats the part common to all modes; null when the API left it out
    public record TeamStats(@Nullable TeamCoreStats coreStats) {}

    /// The one team figure that cannot be had from its players.
    ///
    /// @param score rounds, captures, points or kills, as the mode has it; null when the API left it out
    public record TeamCoreStats(@Nullable Integer score) {}
}
