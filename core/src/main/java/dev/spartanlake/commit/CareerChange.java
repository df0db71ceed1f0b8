package dev.spartanlake.commit;

import dev.spartanlake.career.CareerEnd;
import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.Session;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a commit makes of a player's career.
///
/// @param xuid the player
/// @param extent which sessions are given
/// @param sessions sessions as they are from now on
/// @param scores the score of each scored match of these sessions
/// @param stale the partitions of stored facts whose session or score is not the one that follows
/// @param end the end of the career; null when it has no match
record CareerChange(
        Xuid xuid,
        Extent extent,
        List<Session> sessions,
        Map<String, Float> scores,
        Set<Partition> stale,
        @Nullable CareerEnd end) {

    /// Which sessions of a career change.
    enum Extent {
        /// All of them.
        WHOLE,
        /// What was the last one, and those after it.
        END
    }

    /// The career was computed anew.
    static CareerChange of(Career career, CareerRules rules) {
        List<CareerMatch> matches = career.matches();
        CareerEnd end = matches.isEmpty() ? null : CareerEnd.of(matches, career.sessions(), career.scores(), rules);
        return new CareerChange(career.xuid(), Extent.WHOLE, career.sessions(), career.scores(), career.changed(), end);
    }

    /// Matches follow a career that is known. What is stored of it stays.
    static CareerChange of(CareerEnd.Continuation continuation) {
        CareerEnd end = continuation.end();
        return new CareerChange(end.xuid(), Extent.END, continuation.sessions(), continuation.scores(), Set.of(), end);
    }
}
