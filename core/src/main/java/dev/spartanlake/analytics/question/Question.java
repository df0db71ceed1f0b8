package dev.spartanlake.analytics.question;

import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.List;

/// A question about a player's matches: one of those in the neighbouring packages, or one's own.
///
/// @param <A> the answer
public interface Question<A> {

    /// The statements that answer it, as [Scope#query] makes them. They are all answered from one commit.
    List<Query> queries(Scope scope);

    /// The answer.
    ///
    /// @param results the results of the statements, in their order
    /// @param scope the scope the statements were made for
    A answer(List<QueryResult> results, Scope scope);
}
