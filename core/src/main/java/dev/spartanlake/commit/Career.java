package dev.spartanlake.commit;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.Session;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A player's career as it will be after the commit.
///
/// @param xuid the player
/// @param matches all matches in order
/// @param sessions the play sessions
/// @param scores the score of each scored match
/// @param changed the partitions of stored facts whose session or score changes
record Career(
        Xuid xuid,
        List<CareerMatch> matches,
        List<Session> sessions,
        Map<String, Float> scores,
        Set<Partition> changed) {}
