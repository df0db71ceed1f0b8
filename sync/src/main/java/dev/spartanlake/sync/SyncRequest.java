package dev.spartanlake.sync;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What to bring in.
///
/// @param players whose matches, in this order
/// @param extent how far back is looked
/// @param mostMatches how many new matches of each player are brought in at most, the latest first; empty for all
/// @param parts what is wanted of a match beside its document
public record SyncRequest(List<Xuid> players, Extent extent, OptionalInt mostMatches, Set<MatchPart> parts) {

    /// Checks and copies.
    ///
    /// @throws IllegalArgumentException without players, or with a limit below 1
    public SyncRequest {
        players = List.copyOf(players);
        parts = Set.copyOf(parts);
        if (players.isEmpty()) {
            throw new IllegalArgumentException("sync: expected at least one player, found none");
        }
        if (mostMatches.isPresent() && mostMatches.getAsInt() < 1) {
            throw new IllegalArgumentException("sync: expected at least 1 match, found " + mostMatches.getAsInt());
        }
    }

    /// Everything new of these players.
    public static SyncRequest of(List<Xuid> players) {
        return new SyncRequest(players, Extent.NEW, OptionalInt.empty(), Set.of(MatchPart.SKILL, MatchPart.FILM));
    }

    /// The same, looking so far back.
    public SyncRequest withExtent(Extent other) {
        return new SyncRequest(players, other, mostMatches, parts);
    }

    /// The same with so many new matches of each player at most.
    public SyncRequest withMostMatches(int most) {
        return new SyncRequest(players, extent, OptionalInt.of(most), parts);
    }

    /// The same with these parts alone.
    public SyncRequest withParts(Set<MatchPart> wanted) {
        return new SyncRequest(players, extent, mostMatches, wanted);
    }

    /// How far back is looked.
    public enum Extent {
        /// As far as the number of matches the API reports asks for.
        NEW,
        /// The whole history; and what did not exist is asked for once more.
        FULL
    }
}
