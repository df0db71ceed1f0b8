package dev.spartanlake.query;

import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;

/// Rows on their way into one scan of one statement. DuckDB closes it when the scan ends, however it ends.
interface RowFeed extends DuckDBTableFunctionState {

    /// Writes the next rows.
    ///
    /// @return how many, at most the writer's capacity; zero at the end
    long fill(DuckDBDataChunkWriter writer) throws SQLException;

    /// Ends the walk and releases what it holds.
    @Override
    void close() throws SQLException;
}
