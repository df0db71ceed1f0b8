package dev.spartanlake.query.relation;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;

/// Feeds rows that an unfenced instance reads from Parquet files, batch by batch and column by column.
///
/// The driver ends a stream of chunks in the same way after the last row and after an error. So the query ends
/// in a row that says it is the last, and a stream that ends without it has failed.
final class ParquetFeed implements RelationFeed {

    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult chunks;
    private final List<ColumnWire> columns;
    private final long expectedRows;
    private long rowsRead;
    private boolean complete;

    private ParquetFeed(
            DuckDBConnection connection,
            DuckDBPreparedStatement statement,
            DuckDBChunkedResult chunks,
            List<ColumnWire> columns,
            long expectedRows) {
        this.connection = connection;
        this.statement = statement;
        this.chunks = chunks;
        this.columns = columns;
        this.expectedRows = expectedRows;
    }

    /// @param connection of the reading instance, which works in one thread and so keeps the order; the feed
    /// closes it
    /// @param from the `FROM` clause's source
    /// @param expectedRows how many rows there are
    static ParquetFeed open(DuckDBConnection connection, String from, List<ColumnWire> columns, long expectedRows)
            throws SQLException {
        String list =
                String.join(", ", columns.stream().map(ColumnWire::encoded).toList());
        String nulls = String.join(", ", Collections.nCopies(columns.size(), "NULL"));
        String sql = "SELECT " + list + ", false FROM " + from + " UNION ALL SELECT " + nulls + ", true";
        try {
            DuckDBPreparedStatement statement = connection.prepare(sql);
            return new ParquetFeed(connection, statement, statement.query(), columns, expectedRows);
        } catch (SQLException | RuntimeException unreadable) {
            // Closes what was opened on it as well.
            connection.close();
            throw unreadable;
        }
    }

    @Override
    public long fill(DuckDBDataChunkWriter writer) throws SQLException {
        if (complete) {
            return 0;
        }
        if (!chunks.nextChunk()) {
            throw new SQLException("reading stopped before the last row, so one of its files is damaged");
        }
        DuckDBDataChunkReader chunk = chunks.chunk();
        complete = chunk.vector(columns.size()).getBoolean(chunk.rowCount() - 1);
        int rows = (int) chunk.rowCount() - (complete ? 1 : 0);
        rowsRead += rows;
        if (complete && rowsRead != expectedRows) {
            throw new SQLException("expected " + expectedRows + " rows, found " + rowsRead);
        }
        for (int i = 0; i < columns.size(); i++) {
            copy(columns.get(i), chunk.vector(i), writer.vector(i), rows);
        }
        return rows;
    }

    private static void copy(ColumnWire wire, DuckDBReadableVector from, DuckDBWritableVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.setNull(row);
            } else {
                copyValue(wire, from, to, row);
            }
        }
    }

    private static void copyValue(ColumnWire wire, DuckDBReadableVector from, DuckDBWritableVector to, int row) {
        switch (wire.type()) {
            case BOOLEAN -> to.setBoolean(row, from.getBoolean(row));
            case TINYINT -> to.setByte(row, from.getByte(row));
            case SMALLINT -> to.setShort(row, from.getShort(row));
            case INTEGER -> to.setInt(row, from.getInt(row));
            case BIGINT -> to.setLong(row, from.getLong(row));
            case HUGEINT -> to.setHugeInt(row, from.getHugeInt(row));
            case FLOAT -> to.setFloat(row, from.getFloat(row));
            case DOUBLE -> to.setDouble(row, from.getDouble(row));
            case DATE -> to.setDate(row, from.getLocalDate(row));
            case TIMESTAMP -> to.setTimestamp(row, from.getLocalDateTime(row));
            case TIMESTAMP_WITH_TIME_ZONE -> to.setOffsetDateTime(row, from.getOffsetDateTime(row));
            default -> to.setString(row, from.getString(row));
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                statement;
                chunks) {
            // Closed in reverse order by leaving the block.
        }
    }
}
