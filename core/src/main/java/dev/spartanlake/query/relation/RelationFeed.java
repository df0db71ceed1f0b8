package dev.spartanlake.query.relation;

import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;

/// Rows of a relation on their way into one scan of one statement. DuckDB closes it when the scan ends, however it
/// ends.
///
/// Pulled by whatever statement names the relation, its columns known at run time only. The library's own rows go
/// the other way: a [dev.spartanlake.duck.RowFeed] pushes a list of typed ones into a table.
interface RelationFeed extends DuckDBTableFunctionState {

    /// Writes the next rows.
    ///
    /// @return how many, at most the writer's capacity; zero at the end
    long fill(DuckDBDataChunkWriter writer) throws SQLException;

    /// Ends the walk and releases what it holds.
    @Override
    void close() throws SQLException;
}
