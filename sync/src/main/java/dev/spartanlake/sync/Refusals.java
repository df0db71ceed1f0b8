package dev.spartanlake.sync;

import dev.spartanlake.Coverage;
import dev.spartanlake.match.MatchId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Tells the documents that are refused for what they are from those that may be the service's fault of a moment: what
/// comes for a match as it came at an earlier sync stays as it is.
///
/// **Threads**: one.
final class Refusals {

    /// Where so many different ones have come for a match, each at another sync, none of the next will be better.
    private static final int MOST_DOCUMENTS = 5;

    private final Coverage coverage;
    private final Map<MatchId, Boolean> judged = new HashMap<>();

    /// @param coverage knows what was refused before
    Refusals(Coverage coverage) {
        this.coverage = coverage;
    }

    /// Whether a match has no document but what was refused. What several players of one sync ask for is of the same
    /// moment, and judged once.
    ///
    /// @param sha256 of the document that has come
    boolean isFinal(MatchId match, String sha256) {
        return judged.computeIfAbsent(match, _ -> {
            Set<String> before = coverage.refusedDocuments(match);
            return before.contains(sha256) || before.size() >= MOST_DOCUMENTS - 1;
        });
    }
}
