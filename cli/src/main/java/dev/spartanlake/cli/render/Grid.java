package dev.spartanlake.cli.render;

import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows under named columns, as every row format takes them.
///
/// @param columns the names; several may be the same
/// @param rows the rows, each as wide as `columns`; a null element is an unknown value
public record Grid(List<String> columns, List<List<@Nullable Object>> rows) {

    /// Copies the names.
    public Grid {
        columns = List.copyOf(columns);
    }

    /// The answer to a query.
    public static Grid of(QueryResult result) {
        return new Grid(result.columns().stream().map(ResultColumn::name).toList(), result.rows());
    }
}
