package dev.spartanlake.imports;

import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads tables of a database from end to end, and looks at the stop signal before each page.
///
/// @param delivery of the import that the tables are read for
record TableScan(ForeignDatabase database, Delivery delivery) {

    /// Reads a table.
    ///
    /// @param row is given each row, in the order of their numbers
    /// @param body the column of the document; null to leave it out
    /// @param texts other columns, of short values
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#STOPPED] if somebody asked for the import to stop
    void forEach(SourceTable table, Consumer<SourceRow> row, @Nullable String body, String... texts) {
        List<SourceRow> page = next(table, Long.MIN_VALUE, body, texts);
        while (!page.isEmpty()) {
            page.forEach(row);
            page = next(table, page.getLast().rowId(), body, texts);
        }
    }

    private List<SourceRow> next(SourceTable table, long after, @Nullable String body, String... texts) {
        delivery.goOn();
        return database.page(table, after, body, texts);
    }
}
