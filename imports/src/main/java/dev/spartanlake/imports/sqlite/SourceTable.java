package dev.spartanlake.imports.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table of a foreign database.
///
/// @param name as the database spells it
/// @param columns the columns whose values are stored, in lower case; those that are computed are
///     none
/// @param rowId a name of the row's number that no column has; null because the table has no such
///     number, or is a view or made by a module, so that reading it could run anything
public record SourceTable(
        String name, Set<String> columns, @Nullable String rowId) {

    /// Copies the columns.
    public SourceTable {
        columns =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether rows can be read of it, with these columns.
    public boolean has(String... wanted) {
        return rowId != null
                && List.of(wanted).stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .allMatch(columns::contains);
    }

    /// A name as it stands in SQL.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
