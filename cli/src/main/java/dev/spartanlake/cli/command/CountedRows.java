package dev.spartanlake.cli.command;

import dev.spartanlake.query.relation.RowCursor;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A walk over rows that knows how many there were.
final class CountedRows implements RowCursor {

    private final RowCursor rows;
    private long count;

    CountedRows(RowCursor rows) {
        this.rows = rows;
    }

    long count() {
        return count;
    }

    @Override
    public boolean next() throws SQLException {
        boolean more = rows.next();
        count += more ? 1 : 0;
        return more;
    }

    @Override
    public @Nullable Object value(int column) throws SQLException {
        return rows.value(column);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
