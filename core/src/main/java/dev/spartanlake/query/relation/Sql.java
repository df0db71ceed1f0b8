package dev.spartanlake.query.relation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/// Quoting: the only way names and paths get into SQL text.
public final class Sql {

    private Sql() {}

    /// A name, quoted.
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text, quoted.
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /// The rows of an explicit list of Parquet files, nothing inferred from their names.
    public static String parquet(Collection<Path> files) {
        return "read_parquet(" + paths(files) + ", hive_partitioning = false, union_by_name = false)";
    }

    /// A list of files as an SQL list literal.
    static String paths(Collection<Path> files) {
        return files.stream().map(file -> literal(pattern(file))).collect(Collectors.joining(", ", "[", "]"));
    }

    /// DuckDB takes every path for a pattern; a bracket around a special character makes it an ordinary one.
    private static String pattern(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
    }
}
