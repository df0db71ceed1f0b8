package dev.spartanlake.generator.match;

import dev.spartanlake.generator.game.Pairing;
import dev.spartanlake.generator.game.Venue;
import java.util.List;
import java.util.Set;

/// What is settled before a match is played. Equal fixtures give equal documents.
///
/// @param seed where the match's own chance comes from
/// @param startMillis when the session is created, in milliseconds since 1970
/// @param progress how far the career is, from 0 to 1; tracked players get better with it
/// @param pairing what is played, and where
/// @param smallTeamSize how many players a team has, where teams are not big ones
/// @param shape the generation of the document
/// @param twists what is out of the ordinary
/// @param trackedXuids the tracked players in the match, at least one
public record Fixture(
        long seed,
        long startMillis,
        double progress,
        Pairing pairing,
        int smallTeamSize,
        PayloadShape shape,
        Set<Twist> twists,
        List<Long> trackedXuids) {

    /// Copies the collections, and moves the start on to the next moment that the twists allow.
    public Fixture {
        twists = Set.copyOf(twists);
        trackedXuids = List.copyOf(trackedXuids);
        startMillis = onward(startMillis, twists);
    }

    /// What all times are multiples of.
    int resolutionMillis() {
        if (has(Twist.WHOLE_SECONDS)) {
            return 1000;
        }
        return has(Twist.WHOLE_TENTHS) ? 100 : 1;
    }

    boolean has(Twist twist) {
        return twists.contains(twist);
    }

    /// How many players a team has, or the match where there are no teams.
    int teamSize() {
        Venue venue = pairing.venue();
        int scaled = venue.teamSize() * smallTeamSize / Venue.SMALL_TEAMS.teamSize();
        return Math.max(trackedXuids.size(), venue == Venue.BIG_TEAMS ? venue.teamSize() : scaled);
    }

    private static long onward(long millis, Set<Twist> twists) {
        long second = Math.ceilDiv(millis, 1000) * 1000;
        if (twists.contains(Twist.WHOLE_SECONDS)) {
            return second;
        }
        // Some tenths past the second, so that the time has its one digit.
        return twists.contains(Twist.WHOLE_TENTHS) ? second + 300 : millis;
    }
}
