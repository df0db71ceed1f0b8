package dev.spartanlake.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Statements of the engine's own that make, change and count tables, on the trusted connection.
///
/// **Threads**: one at a time.
final class TableStatements {

    private final DuckDBConnection trusted;

    TableStatements(DuckDBConnection trusted) {
        this.trusted = trusted;
    }

    /// Runs statements that take effect together or not at all.
    ///
    /// @return how many rows they deleted and inserted, those in tables that they made not included
    long together(List<String> statements, BoundedRun<?> bounds) throws SQLException {
        execute("BEGIN TRANSACTION", bounds);
        try {
            long rows = 0;
            for (String statement : statements) {
                rows += execute(statement, bounds);
            }
            execute("COMMIT", bounds);
            return rows;
        } catch (SQLException | RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    private long execute(String sql, BoundedRun<?> bounds) throws SQLException {
        // A statement is closed by its first error, so each gets its own.
        try (Statement statement = trusted.createStatement()) {
            bounds.enter(statement).execute(sql);
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }

    private void rollBack(Exception cause) {
        try (Statement statement = trusted.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            cause.addSuppressed(failure);
        }
    }

    /// The number in the first column of the first row.
    long number(String sql) throws SQLException {
        try (Statement statement = trusted.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Whether a statement failed because DuckDB may hold no more memory.
    static boolean isOutOfMemory(SQLException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Out of Memory Error");
    }
}
