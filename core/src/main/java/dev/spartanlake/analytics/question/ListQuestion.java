package dev.spartanlake.analytics.question;

import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.List;

/// A question that one statement answers, each row a record.
///
/// @param <R> what a row is
public interface ListQuestion<R extends Record> extends Question<List<R>> {

    /// What a row is.
    RecordShape<R> shape();

    /// The statement. It selects the columns of the shape.
    Query query(Scope scope);

    @Override
    default List<Query> queries(Scope scope) {
        return List.of(query(scope));
    }

    @Override
    default List<R> answer(List<QueryResult> results, Scope scope) {
        return shape().read(results.getFirst());
    }
}
