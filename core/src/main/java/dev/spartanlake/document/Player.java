package dev.spartanlake.document;

import io.avaje.validation.constraints.NotNull;
import io.avaje.validation.constraints.Range;
import io.avaje.validation.constraints.Size;
import io.avaje.validation.constraints.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One participant of a match, human or bot.
///
/// @param playerId `xuid(…)` of a human or `bid(…)` of a bot persona
/// @param playerType 1 human, 2 bot; null when the API left it out
/// @param botAttributes the bot's settings; null for humans
/// @param lastTeamId the team at the end; in free-for-all a number of the player's own; null when the API left it
///     out
/// @param outcome 1 tie, 2 win, 3 loss, 4 did not finish, other codes as served; null when the API left it out
/// @param rank the place in the match, shared by equals; null when the API left it out
/// @param participationInfo when the player was there; null when the API left it out
/// @param playerTeamStats one entry per team the player was on
@Valid
public record Player(
        @NotNull @PlayerId String playerId,

        @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) @Nullable
        Integer playerType,

        @Valid @Nullable BotAttributes botAttributes,

        @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) @Nullable
        Integer lastTeamId,

        @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) @Nullable
        Integer outcome,

        @Range(min = 0, max = Short.MAX_VALUE) @Nullable Integer rank,
        @Nullable ParticipationInfo participationInfo,
        @NotNull @Size(min = 1) @Valid List<TeamEntry> playerTeamStats) {

    private static final String HUMAN = "xuid(";

    /// Leaves an absent list null for its constraint to report.
    public Player {
        playerTeamStats = playerTeamStats == null ? playerTeamStats : List.copyOf(playerTeamStats);
    }

    /// The digits of a human's identifier; empty for a bot, which has none.
    public Optional<String> xuid() {
        return isBot() ? Optional.empty() : Optional.of(playerId.substring(HUMAN.length(), playerId.length() - 1));
    }

    /// Whether this is a bot, which the identifier tells in every payload.
    public boolean isBot() {
        return !playerId.startsWith(HUMAN);
    }

    /// What the player did in the whole match: the figures of all teams the player was on, together.
    ///
    /// @throws ArithmeticException when a sum exceeds 32 bits
    public CoreStats stats() {
        List<CoreStats> parts =
                playerTeamStats.stream().map(entry -> entry.stats().coreStats()).toList();
        return CoreStatsSum.of(parts);
    }

    /// A bot's settings.
    ///
    /// @param difficulty 1 Marine, 2 ODST, 3 Spartan, 4 Recruit, 5 Adaptive; null when the API left it out
    @Valid
    public record BotAttributes(
            @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) @Nullable
            Integer difficulty) {}

    /// What a player did while on one team.
    ///
    /// @param teamId the team; null when the API left it out
    /// @param stats the figures
    @Valid
    public record TeamEntry(
            @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) @Nullable
            Integer teamId,

            @NotNull @Valid EntryStats stats) {}

    /// The envelope of a player's figures.
    ///
    /// @param coreStats the part common to all modes
    @Valid
    public record EntryStats(@NotNull @Valid CoreStats coreStats) {}
}
