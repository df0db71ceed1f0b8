package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.result.ResultProjection;
import dev.spartanlake.query.result.ResultReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// The temporary table a result was put into. Read directly, a result that fails half way looks like one that ends
/// there: the driver does not tell the two apart.
///
/// A connection has one at most, of one name, so that a statement that lists tables always finds the same.
record ResultTable(DuckDBConnection connection) {

    /// Its name in SQL.
    static final String NAME = "temp.main.spartanlake_result";

    /// Copies all rows into Java.
    ///
    /// @param expected how many there are
    /// @param mostBytes most memory for them
    List<List<@Nullable Object>> read(ResultProjection projection, long expected, long mostBytes, BoundedRun<?> bounds)
            throws SQLException {
        bounds.check();
        List<List<@Nullable Object>> rows;
        try (DuckDBPreparedStatement statement = bounds.enter(connection.prepare("FROM " + NAME));
                DuckDBChunkedResult result = statement.query()) {
            rows = new ResultReader(projection.columns(), mostBytes).read(result);
        }
        bounds.check();
        if (rows.size() != expected) {
            throw new WarehouseException(
                    ErrorCode.ENGINE,
                    Location.nowhere(),
                    "The query engine delivered " + rows.size() + " of " + expected + " rows; try again");
        }
        return rows;
    }

    /// How many rows something has that stands after `FROM`.
    static long count(DuckDBConnection connection, String source, BoundedRun<?> bounds) throws SQLException {
        bounds.check();
        try (DuckDBPreparedStatement statement = bounds.enter(connection.prepare("SELECT count(*) FROM " + source));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
