package dev.spartanlake.query.relation;

import java.sql.SQLException;
import java.util.List;

/// Rows that come from Java rather than from files.
///
/// **Threads**: [#open] is called from DuckDB's threads, possibly several times at once; each cursor is used by
/// one thread at a time.
@FunctionalInterface
public interface RowSource {

    /// Starts over at the first row.
    ///
    /// @param columns the columns wanted, a subset of the relation's in any order; never empty
    /// @return a cursor delivering exactly these columns, in this order; the engine closes it
    /// @throws SQLException when the source cannot be read
    RowCursor open(List<String> columns) throws SQLException;
}
