package dev.spartanlake;

import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Players;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A warehouse at a glance.
///
/// @param directory where it is
/// @param matches stored matches, each counted once
/// @param lost of how many of them the document was lost in earlier damage
/// @param firstMatch the start of the earliest stored match; null without matches
/// @param lastMatch the start of the latest stored match; null without matches
/// @param careers the tracked players, by identifier
/// @param files data files
/// @param sizeBytes the length of the data files together
/// @param lastCommit the last change; empty before the first
/// @param quarantined refused documents that wait to be mended
public record WarehouseStatus(
        Path directory,
        long matches,
        long lost,
        @Nullable Instant firstMatch,
        @Nullable Instant lastMatch,
        List<Career> careers,
        long files,
        long sizeBytes,
        Optional<Commits.Commit> lastCommit,
        long quarantined) {

    /// Copies the list.
    public WarehouseStatus {
        careers = List.copyOf(careers);
    }

    /// One tracked player.
    ///
    /// @param player who it is
    /// @param matches the player's stored matches
    /// @param firstMatch the start of the earliest; null without matches
    /// @param lastMatch the start of the latest; null without matches
    public record Career(
            Players.Player player,
            long matches,
            @Nullable Instant firstMatch,
            @Nullable Instant lastMatch) {}
}
