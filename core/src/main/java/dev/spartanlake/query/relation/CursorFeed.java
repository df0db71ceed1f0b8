package dev.spartanlake.query.relation;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// Feeds rows of a [RowSource].
final class CursorFeed implements RelationFeed {

    private final RowCursor cursor;
    private final List<ColumnWire> columns;
    private boolean ended;

    private CursorFeed(RowCursor cursor, List<ColumnWire> columns) {
        this.cursor = cursor;
        this.columns = columns;
    }

    static CursorFeed open(RowSource rows, List<ColumnWire> columns) throws SQLException {
        List<String> names = columns.stream().map(wire -> wire.column().name()).toList();
        return new CursorFeed(rows.open(names), columns);
    }

    @Override
    public long fill(DuckDBDataChunkWriter writer) throws SQLException {
        int row = 0;
        while (!ended && row < writer.capacity()) {
            if (!cursor.next()) {
                ended = true;
            } else {
                write(writer, row++);
            }
        }
        return row;
    }

    private void write(DuckDBDataChunkWriter writer, int row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            @Nullable Object value = cursor.value(i);
            if (value == null) {
                writer.vector(i).setNull(row);
            } else {
                write(columns.get(i), value, writer.vector(i), row);
            }
        }
    }

    /// A value that does not fit is the fault of whoever made the rows, who finds it by the column.
    private static void write(ColumnWire wire, Object value, DuckDBWritableVector vector, int row) {
        try {
            WireValue.write(wire, value, vector, row);
        } catch (ArithmeticException | ClassCastException unfit) {
            throw new IllegalArgumentException(wire.column().name() + ": " + unfit.getMessage(), unfit);
        }
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        cursor.close();
    }
}
