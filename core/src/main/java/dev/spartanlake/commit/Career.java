package dev.spartanlake.commit;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.Session;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A player's career, with all that follows from it.
///
/// @param xuid the player
/// @param matches all matches in order
/// @param sessions the play sessions
/// @param scores the score of each scored match
/// @param facts what follows for each match, in the same order
public record Career(
        Xuid xuid, List<CareerMatch> matches, List<Session> sessions, Map<String, Float> scores, List<Fact> facts) {

    /// Copies the lists.
    public Career {
        matches = List.copyOf(matches);
        sessions = List.copyOf(sessions);
        scores = Map.copyOf(scores);
        facts = List.copyOf(facts);
    }

    /// The partitions of stored facts whose session or score is not the one that follows.
    public Set<Partition> changed() {
        return facts.stream().filter(Fact::isStale).map(this::partition).collect(Collectors.toSet());
    }

    /// The partition a fact of this career is in.
    public Partition partition(Fact fact) {
        return Partition.of(Tables.MATCH_FACTS, xuid, fact.match().startTime());
    }

    /// What follows for a match, and what is stored.
    ///
    /// @param match the match
    /// @param derived what follows
    /// @param storedSessionId the session it is stored with; null because it is not stored yet
    /// @param storedScore the score it is stored with; null because it has none
    public record Fact(
            CareerMatch match,
            DerivedRow derived,
            @Nullable String storedSessionId,
            @Nullable Float storedScore) {

        /// Whether it is stored with another session or score than follows. Facts that are not stored yet have no
        /// session; stored ones always have.
        public boolean isStale() {
            return storedSessionId != null && !isStoredAsDerived();
        }

        /// Whether it is stored with the session and the score that follow.
        boolean isStoredAsDerived() {
            return derived.sessionId().equals(storedSessionId)
                    && Objects.equals(derived.performanceScore(), storedScore);
        }
    }
}
