package dev.spartanlake.fact;

import java.util.List;
import java.util.Map;

/// What is known of some matches beside their documents.
@FunctionalInterface
public interface PartsByMatch {

    /// What is known of a match; [MatchParts#NONE] where nothing is.
    MatchParts of(String matchId);

    /// That of a map by match.
    static PartsByMatch of(Map<String, MatchParts> parts) {
        return matchId -> parts.getOrDefault(matchId, MatchParts.NONE);
    }

    /// The matches, each with those of these parts that it lacks.
    default List<MatchRows> completing(List<MatchRows> matches) {
        return matches.stream()
                .map(match -> match.completedBy(of(match.matchId())))
                .toList();
    }

    /// The matches, each with these parts in the place of its own, where there are any.
    default List<MatchRows> replacingIn(List<MatchRows> matches) {
        return matches.stream().map(match -> match.with(of(match.matchId()))).toList();
    }
}
