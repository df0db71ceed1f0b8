package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;

/// The latest matches, the latest first; of two at the same moment the one with the greater id.
///
/// @param limit how many at most
public record MatchList(int limit) implements ListQuestion<MatchLine> {

    /// @throws IllegalArgumentException when there is nothing to list
    public MatchList {
        Argument.atLeast(1, "limit", limit);
    }

    @Override
    public RecordShape<MatchLine> shape() {
        return RecordShape.of(MatchLine.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer(
                "SELECT " + MatchLine.columns() + "\nFROM scope ORDER BY start_time DESC, match_id DESC LIMIT ?",
                (long) limit);
    }
}
