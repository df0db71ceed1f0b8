package dev.spartanlake.erasure;

import dev.spartanlake.match.Xuid;
import java.util.List;

/// What was taken out of a warehouse about a player.
///
/// @param player the player
/// @param wasKnown whether anything in the warehouse named the player, or may have
/// @param matchesRemoved matches that were in the warehouse for this player alone, or whose documents are lost;
///     they are gone altogether
/// @param matchesRewritten matches of others the player took part in; the player's entry is gone from them
/// @param quarantineRemoved refused documents that named the player
/// @param keptDeleted directories of what the warehouse had kept as it was, and that named the player or may have, such
///     as `backups`; they are gone
/// @param placesLeft where the player's identifier can still be read, or may be because it was not searched,
///     relative to the warehouse's directory; what is not plain to see in a place stands after it. None when all
///     is gone
public record ErasureReport(
        Xuid player,
        boolean wasKnown,
        long matchesRemoved,
        long matchesRewritten,
        long quarantineRemoved,
        List<String> keptDeleted,
        List<String> placesLeft) {

    /// Copies the lists.
    public ErasureReport {
        keptDeleted = List.copyOf(keptDeleted);
        placesLeft = List.copyOf(placesLeft);
    }

    /// Whether nothing is left.
    public boolean isComplete() {
        return placesLeft.isEmpty();
    }
}
