package dev.spartanlake.query;

import dev.spartanlake.query.result.ResultProjection;
import dev.spartanlake.query.result.ResultReader;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// A statement that is asked again and again, prepared once: planning a long one takes longer than answering it, and
/// DuckDB does it when a statement is prepared and again when it is run.
///
/// It runs in a read-only transaction on a connection of its own, which is rolled back afterwards. That each run is
/// planned anew also makes up for relations that changed their shape. Rows are read as DuckDB delivers them.
///
/// **Threads**: one at a time. **Lifecycle**: whoever prepares it closes it, also when a run has failed.
final class PreparedAnswer implements AutoCloseable {

    private final DuckDBConnection connection;
    private final ResultProjection projection;
    private final DuckDBPreparedStatement statement;

    private PreparedAnswer(
            DuckDBConnection connection, ResultProjection projection, DuckDBPreparedStatement statement) {
        this.connection = connection;
        this.projection = projection;
        this.statement = statement;
    }

    /// Prepares a statement.
    ///
    /// @param connection inside the fence; closed with the answer, or when the statement is refused
    /// @param projection the columns of its result
    /// @param source the statement as it stands after `FROM`
    /// @param rows most rows wanted
    static PreparedAnswer prepare(
            DuckDBConnection connection, ResultProjection projection, String source, long rows, BoundedRun<?> bounds)
            throws SQLException {
        try {
            bounds.check();
            return new PreparedAnswer(connection, projection, connection.prepare(projection.sqlToTheEnd(source, rows)));
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    /// Begins a transaction, which sees the tables as they are now.
    ///
    /// @param anchor names something in the catalog: DuckDB lets a transaction begin when it first looks there
    void begin(String anchor) throws SQLException {
        execute(connection, "BEGIN TRANSACTION READ ONLY");
        connection.prepare(anchor).close();
    }

    /// The answer with these parameters, in the transaction that has begun.
    ///
    /// @param mostBytes most memory for its rows
    /// @return empty when the statement failed after it had begun to deliver, of which the driver does not tell why
    Optional<Answer> answer(List<? extends @Nullable Object> parameters, long mostBytes, BoundedRun<?> bounds)
            throws SQLException {
        Parameters.bind(statement, parameters);
        Optional<List<List<@Nullable Object>>> rows;
        try (DuckDBChunkedResult result = bounds.enter(statement).query()) {
            rows = new ResultReader(projection.columns(), mostBytes).readToTheEnd(result);
        }
        bounds.check();
        execute(connection, "ROLLBACK");
        return rows.map(read -> new Answer(projection.columns(), read));
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            statement.close();
        }
    }
}
