package dev.spartanlake.query;

import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import java.sql.SQLException;
import java.util.List;

/// Takes the rows of an answer as they come, so that they never are in memory all at once.
@FunctionalInterface
public interface RowSink {

    /// Takes an answer from its first row to its last.
    ///
    /// It may be called again with another answer, when the warehouse has changed meanwhile: what came before
    /// is void then, as it is when the call or the method that was given this sink throws.
    ///
    /// @param columns the columns of the answer, in order
    /// @param rows its rows, with values as in [QueryResult]; for one thread at a time, closed by the caller.
    ///     It throws where it cannot go on, and has no further row only after the last one.
    /// @throws SQLException as `rows` does
    void accept(List<ResultColumn> columns, RowCursor rows) throws SQLException;
}
