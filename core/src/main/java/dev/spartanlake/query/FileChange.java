package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What has to be done to a table of the rows of some files so that it has the rows of others. A file that is another
/// place for the same content is the same.
///
/// @param relation the relation with the files that the table is to have
/// @param gone files whose rows have to go
/// @param added files whose rows have to come
record FileChange(Relation.ParquetFiles relation, List<ParquetFile> gone, List<ParquetFile> added) {

    /// Beyond this part of the rows, reading all of them anew costs no more, and leaves them in the order of the files.
    private static final int MOST = 2;

    /// @param loaded the files whose rows the table has
    /// @param relation the relation with the files that it is to have
    static FileChange of(List<ParquetFile> loaded, Relation.ParquetFiles relation) {
        return new FileChange(
                relation, missing(loaded, contents(relation.files())), missing(relation.files(), contents(loaded)));
    }

    private static Set<Content> contents(List<ParquetFile> files) {
        Set<Content> contents = new HashSet<>();
        files.forEach(file -> contents.add(Content.of(file)));
        return contents;
    }

    private static List<ParquetFile> missing(List<ParquetFile> files, Set<Content> others) {
        return files.stream().filter(file -> !others.contains(Content.of(file))).toList();
    }

    /// What is the same wherever it is.
    record Content(String content, Map<String, String> key) {

        static Content of(ParquetFile file) {
            return new Content(file.content(), file.key());
        }
    }

    /// Whether there is nothing to do.
    boolean isNone() {
        return gone.isEmpty() && added.isEmpty();
    }

    /// Whether the rows can be told by the keys of their files, and are few.
    ///
    /// @param rows how many rows the table is to have
    boolean isPart(long rows) {
        return gone.stream().noneMatch(file -> file.key().isEmpty())
                && MOST * Math.max(goneRows(), addedRows()) <= rows;
    }

    /// How many rows have to go.
    long goneRows() {
        return rowsOf(gone);
    }

    /// How many rows have to come.
    long addedRows() {
        return rowsOf(added);
    }

    private static long rowsOf(List<ParquetFile> files) {
        return files.stream().mapToLong(ParquetFile::rows).sum();
    }

    /// The relation as if it had nothing but the files whose rows have to come.
    Relation.ParquetFiles addedAlone() {
        return new Relation.ParquetFiles(relation.name(), relation.columns(), added);
    }

    /// The statements that do it.
    ///
    /// @param columns the columns that the table has
    /// @param source a query for these columns of [#addedAlone]
    List<String> statements(List<RelationColumn> columns, String source) {
        List<String> statements = new ArrayList<>();
        String table = relation.name().quoted();
        gone.stream()
                .collect(Collectors.groupingBy(
                        file -> List.copyOf(new TreeSet<>(file.key().keySet()))))
                .forEach((key, files) -> statements.add(delete(table, key, files)));
        if (!added.isEmpty()) {
            String names = columns.stream()
                    .map(column -> Sql.identifier(column.name()))
                    .collect(Collectors.joining(", "));
            statements.add("INSERT INTO " + table + " (" + names + ") " + source);
        }
        return statements;
    }

    /// By a join: the price of a chain of conditions grows with the square of its length.
    private String delete(String table, List<String> key, List<ParquetFile> files) {
        String values = files.stream()
                .map(file -> key.stream()
                        .map(column -> "CAST("
                                + Sql.literal(Objects.requireNonNull(file.key().get(column))) + " AS " + type(column)
                                + ")")
                        .collect(Collectors.joining(", ", "(", ")")))
                .distinct()
                .collect(Collectors.joining(", "));
        String names = key.stream().map(Sql::identifier).collect(Collectors.joining(", "));
        String same = key.stream()
                .map(Sql::identifier)
                .map(column -> table + "." + column + " = gone." + column)
                .collect(Collectors.joining(" AND "));
        return "DELETE FROM " + table + " USING (VALUES " + values + ") AS gone(" + names + ") WHERE " + same;
    }

    private String type(String column) {
        return relation.columns().stream()
                .filter(candidate -> candidate.name().equals(column))
                .map(RelationColumn::duckDbType)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The key of " + relation.name() + " is no column: " + column));
    }
}
