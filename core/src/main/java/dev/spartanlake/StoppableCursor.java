package dev.spartanlake;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.query.relation.RowCursor;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A walk over rows that ends when somebody asks for it.
record StoppableCursor(RowCursor rows, StopSignal stop) implements RowCursor {

    @Override
    public boolean next() throws SQLException {
        stop.check("nothing was exported");
        return rows.next();
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
