package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultReader;
import java.util.Iterator;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.jspecify.annotations.Nullable;

/// A walk over the rows of a result as DuckDB delivers them.
///
/// The driver ends a result in the same way after its last row and after an error, so the rows are counted.
final class AnswerCursor implements RowCursor {

    private final DuckDBChunkedResult result;
    private final ResultReader reader;
    private final BoundedRun<?> bounds;
    private final long expected;
    private Iterator<List<@Nullable Object>> batch =
            List.<List<@Nullable Object>>of().iterator();
    private List<@Nullable Object> current = List.of();
    private long delivered;

    /// @param expected how many rows the result has
    AnswerCursor(DuckDBChunkedResult result, ResultReader reader, BoundedRun<?> bounds, long expected) {
        this.result = result;
        this.reader = reader;
        this.bounds = bounds;
        this.expected = expected;
    }

    @Override
    public boolean next() {
        if (!batch.hasNext()) {
            bounds.check();
            batch = reader.readSome(result).iterator();
        }
        if (!batch.hasNext()) {
            requireAll();
            return false;
        }
        current = batch.next();
        delivered++;
        return true;
    }

    private void requireAll() {
        bounds.check();
        if (delivered != expected) {
            throw new WarehouseException(
                    ErrorCode.ENGINE,
                    Location.nowhere(),
                    "The query engine delivered " + delivered + " of " + expected + " rows; try again");
        }
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
