package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.util.Locale;

/// The player's matches whose id begins with a text, at most two of them in the order of their ids: one, none,
/// or too many. Of the filter only the player counts.
///
/// @param beginning the beginning of an id, in either case
public record MatchLookup(String beginning) implements ListQuestion<MatchLookup.Found> {

    /// A match.
    ///
    /// @param matchId its id
    public record Found(String matchId) {}

    @Override
    public RecordShape<Found> shape() {
        return RecordShape.of(Found.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.with(Filter.everything(scope.filter().player()))
                .queryOfPlayer(
                        "SELECT match_id FROM scope WHERE starts_with(match_id, ?) ORDER BY match_id LIMIT 2",
                        beginning.toLowerCase(Locale.ROOT));
    }
}
