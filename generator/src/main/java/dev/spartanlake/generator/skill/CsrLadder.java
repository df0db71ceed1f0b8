package dev.spartanlake.generator.skill;

import dev.spartanlake.generator.chance.Draw;
import java.util.HashMap;
import java.util.Map;

/// Where the tracked players stand in the ranked playlists, from match to match: what one match
/// ends with, the next one of the same playlist begins with.
///
/// **Threads**: not safe for concurrent use.
public final class CsrLadder {

    private static final int LOWEST_PLACING = 600;
    private static final int HIGHEST_PLACING = 1250;
    private static final int HIGHEST = 2200;
    private static final int WIN = 2;
    private static final int TIE = 1;

    private final Map<Rung, Csr> standings = new HashMap<>();

    private record Rung(long xuid, String playlistId) {}

    /// A rank before and after a match.
    ///
    /// @param before before it
    /// @param after after it
    public record Change(Csr before, Csr after) {}

    /// Where a player stands in a playlist.
    ///
    /// @param initialMatches how many matches a placement has that begins now
    Csr standing(long xuid, String playlistId, int initialMatches) {
        return standings.getOrDefault(new Rung(xuid, playlistId), Csr.unplaced(initialMatches));
    }

    /// A match of a player.
    Change advance(long xuid, String playlistId, int initialMatches, int outcome, Draw draw) {
        Csr before = standing(xuid, playlistId, initialMatches);
        Csr after = after(before, outcome, draw);
        standings.put(new Rung(xuid, playlistId), after);
        return new Change(before, after);
    }

    static Csr after(Csr before, int outcome, Draw draw) {
        if (before.matchesLeft() > 1) {
            return new Csr(-1, before.matchesLeft() - 1, before.initialMatches());
        }
        if (!before.isPlaced()) {
            return new Csr(draw.between(LOWEST_PLACING, HIGHEST_PLACING), 0, before.initialMatches());
        }
        int step = draw.between(2, 14);
        int value = switch (outcome) {
            case WIN -> before.value() + step;
            case TIE -> before.value() + draw.between(-1, 1);
            default -> before.value() - step;
        };
        return new Csr(Math.clamp(value, 0, HIGHEST), 0, before.initialMatches());
    }
}
