package dev.spartanlake.query;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something a statement can select from.
public sealed interface Relation {

    /// What it is called.
    RelationName name();

    /// Rows of Parquet files.
    ///
    /// @param columns the columns of the files
    /// @param files the files; none means no rows
    record ParquetFiles(RelationName name, List<RelationColumn> columns, List<Path> files) implements Relation {}

    /// Rows of Java objects.
    ///
    /// @param columns the columns
    /// @param rows gives the rows when a statement first needs them: `String`, `Long`, `Double`, `Boolean`,
    ///     `Instant` or null
    record JavaRows(RelationName name, List<RelationColumn> columns, Supplier<List<List<@Nullable Object>>> rows)
            implements Relation {}

    /// A named query over other relations.
    ///
    /// @param sql the query; names its columns, so that only these are loaded
    record View(RelationName name, String sql) implements Relation {}
}
