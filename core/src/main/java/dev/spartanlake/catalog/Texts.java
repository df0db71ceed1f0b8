package dev.spartanlake.catalog;

import java.util.List;
import java.util.function.BiPredicate;

/// Every text in the database, whatever table it is in, also in one of an earlier format. In the bytes of the file the
/// values of a row stand side by side with nothing between, so that these do not tell where a text ends.
public final class Texts {

    private final Database database;

    Texts(Database database) {
        this.database = database;
    }

    /// Whether any text is like this.
    ///
    /// @param wanted is given the name of a column and a text in it
    public boolean any(BiPredicate<String, String> wanted) {
        return columns().stream().anyMatch(column -> isIn(column, wanted));
    }

    private boolean isIn(TextColumn column, BiPredicate<String, String> wanted) {
        return database.query(
                        "SELECT \"%1$s\" FROM main.\"%2$s\" WHERE \"%1$s\" IS NOT NULL"
                                .formatted(column.name(), column.table()),
                        row -> wanted.test(column.name(), row.getString(1)))
                .contains(true);
    }

    private List<TextColumn> columns() {
        return database.query("""
                SELECT tables.name, columns.name
                FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
                WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.type = 'TEXT'
                    AND tables.name NOT LIKE 'sqlite@_%' ESCAPE '@'
                ORDER BY tables.name, columns.cid
                """, row -> new TextColumn(row.getString(1), row.getString(2)));
    }

    private record TextColumn(String table, String name) {}
}
