package dev.spartanlake.query.relation;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A walk over rows, one at a time.
public interface RowCursor extends AutoCloseable {

    /// Moves to the next row.
    ///
    /// @return whether there is one
    /// @throws SQLException when the source cannot be read
    boolean next() throws SQLException;

    /// One value of the current row.
    ///
    /// Whole numbers are any [Number] that fits the column's type, floating point numbers any [Number],
    /// booleans a [Boolean] or a number that is not zero for true; `DATE` is a [java.time.LocalDate],
    /// `TIMESTAMP` a [java.time.LocalDateTime], `TIMESTAMP WITH TIME ZONE` an [java.time.Instant], `BLOB` a
    /// `byte[]`; anything else is taken by its text, which DuckDB then casts to the column's type.
    ///
    /// @param column position in the list given to [RowSource#open], from zero
    /// @return the value; `null` for SQL `NULL`
    /// @throws SQLException when the source cannot be read
    @Nullable
    Object value(int column) throws SQLException;

    /// Releases what the walk holds. Called once, at the end or before it.
    ///
    /// @throws SQLException when the source cannot be closed
    @Override
    void close() throws SQLException;
}
