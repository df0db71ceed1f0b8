package dev.spartanlake;

import dev.spartanlake.query.relation.RowCursor;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A walk over rows that are in memory.
final class ListCursor implements RowCursor {

    private final Iterator<List<@Nullable Object>> rows;
    private List<@Nullable Object> current = List.of();

    ListCursor(List<List<@Nullable Object>> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        current = rows.next();
        return true;
    }

    @Override
    public @Nullable Object value(int column) {
        return current.get(column);
    }

    @Override
    public void close() {
        current = List.of();
    }
}
