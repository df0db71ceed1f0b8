package dev.spartanlake.query.relation;

import java.nio.file.Path;
import java.util.List;

/// Something a statement may select from.
public sealed interface Relation {

    /// The name it goes by in SQL.
    RelationName name();

    /// Rows in Parquet files.
    ///
    /// A statement that names it finds it resident in memory, or streamed from the files when it does not fit.
    ///
    /// @param columns what the files hold; columns of the files that are not listed are not visible
    /// @param files every file, each holding every listed column; none makes an empty relation of these columns
    record ParquetFiles(RelationName name, List<RelationColumn> columns, List<ParquetFile> files) implements Relation {

        /// @throws IllegalArgumentException when no column is listed
        public ParquetFiles {
            columns = requireColumns(name, columns);
            files = List.copyOf(files);
        }

        /// The same relation of other files.
        public ParquetFiles of(List<ParquetFile> others) {
            return new ParquetFiles(name, columns, others);
        }

        /// Where the files are.
        public List<Path> paths() {
            return files.stream().map(ParquetFile::path).toList();
        }

        /// How many rows are in all of them.
        public long rows() {
            return files.stream().mapToLong(ParquetFile::rows).sum();
        }
    }

    /// Rows that Java hands over, read anew by each statement that names it.
    ///
    /// @param columns what the source delivers
    /// @param rows where the rows come from
    record JavaRows(RelationName name, List<RelationColumn> columns, RowSource rows) implements Relation {

        /// @throws IllegalArgumentException when no column is listed
        public JavaRows {
            columns = requireColumns(name, columns);
        }
    }

    /// A question with a name. Its SQL is trusted.
    ///
    /// @param sql one `SELECT`, without semicolon
    /// @param uses the relations it selects from, all handed over along with it
    record View(RelationName name, String sql, List<RelationName> uses) implements Defined {

        /// Copies the list.
        public View {
            uses = List.copyOf(uses);
        }
    }

    /// Rows that follow from other relations and are few, computed once, when a statement first needs them. Its SQL is
    /// trusted.
    ///
    /// @param sql one `SELECT`, without semicolon
    /// @param uses the relations it selects from, all handed over along with it
    record Derived(RelationName name, String sql, List<RelationName> uses) implements Defined {

        /// Copies the list.
        public Derived {
            uses = List.copyOf(uses);
        }
    }

    /// What is defined by a statement over other relations.
    sealed interface Defined extends Relation {

        /// One `SELECT`, without semicolon.
        String sql();

        /// The relations it selects from.
        List<RelationName> uses();
    }

    private static List<RelationColumn> requireColumns(RelationName name, List<RelationColumn> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The relation " + name + " has no column; name at least one");
        }
        return List.copyOf(columns);
    }
}
