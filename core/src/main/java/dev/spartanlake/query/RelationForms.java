package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// Makes relations of Parquet files views of their streamed rows, or tables in memory.
///
/// **Threads**: not safe; the engine holds a lock.
final class RelationForms {

    private final PresentRelations relations;
    private final Fence fence;
    private final ParquetReading reading;
    private final TableStatements statements;
    private final ChangedFiles changed;

    RelationForms(PresentRelations relations, Fence fence, ParquetReading reading, TableStatements statements) {
        this.relations = relations;
        this.fence = fence;
        this.reading = reading;
        this.statements = statements;
        changed = new ChangedFiles(fence.trusted(), reading);
    }

    /// Makes a table a view of all rows.
    void makeView(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        String create = function(relation).view();
        statements.together(List.of("DROP TABLE " + relation.name().quoted(), create), bounds);
    }

    /// Makes a table of the rows of some files.
    ///
    /// @param columns the names of its columns
    /// @param isTable whether it takes the place of a table, and not of a view
    /// @throws dev.spartanlake.error.WarehouseException `DAMAGED` when a file cannot be read
    /// @throws SQLException when memory does not suffice, or nobody waits any more
    void makeTable(Relation.ParquetFiles files, Set<String> columns, boolean isTable, BoundedRun<?> bounds)
            throws SQLException {
        String drop = "DROP " + (isTable ? "TABLE " : "VIEW ") + files.name().quoted();
        String create = "CREATE TABLE " + files.name().quoted() + " AS " + select(files, columns(files, columns));
        try {
            statements.together(List.of(drop, create), bounds);
        } catch (SQLException failure) {
            throw translated(files.name(), failure);
        }
    }

    /// Before the fence is up DuckDB reads the files itself, which is fastest; afterwards they come through
    /// Java.
    private String select(Relation.ParquetFiles files, List<RelationColumn> kept) throws SQLException {
        boolean isPart =
                files.files().size() < relations.files(files.name()).files().size();
        if (isPart && (fence.isRaised() || files.files().isEmpty())) {
            return changed.select(files, kept);
        }
        if (fence.isRaised() || files.files().isEmpty()) {
            return function(files).select(kept);
        }
        List<String> casts = kept.stream()
                .map(column -> "CAST(" + Sql.identifier(column.name()) + " AS " + column.duckDbType() + ") AS "
                        + Sql.identifier(column.name()))
                .toList();
        return "SELECT " + String.join(", ", casts) + " FROM " + Sql.parquet(files.paths());
    }

    private RelationFunction function(Relation.ParquetFiles relation) {
        return RelationFunction.of(relation, () -> relations.files(relation.name()), reading);
    }

    private static List<RelationColumn> columns(Relation.ParquetFiles relation, Set<String> names) {
        return relation.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    /// Does to a table what has to be done.
    ///
    /// @param columns the names of its columns
    /// @return how many rows went and came
    /// @throws dev.spartanlake.error.WarehouseException `DAMAGED` when a file cannot be read
    /// @throws SQLException when memory does not suffice, or nobody waits any more
    long change(FileChange change, Set<String> columns, BoundedRun<?> bounds) throws SQLException {
        List<RelationColumn> kept = columns(change.relation(), columns);
        try {
            return statements.together(change.statements(kept, changed.select(change.addedAlone(), kept)), bounds);
        } catch (SQLException failure) {
            throw translated(change.relation().name(), failure);
        }
    }

    /// Frees the memory of rows that are no longer to be seen.
    void compact(RelationName table, BoundedRun<?> bounds) throws SQLException {
        statements.together(
                List.of("CREATE OR REPLACE TABLE " + table.quoted() + " AS FROM " + table.quoted()), bounds);
    }

    /// How many rows there are to be seen.
    long rows(RelationName table) throws SQLException {
        return statements.number("SELECT count(*) FROM " + table.quoted());
    }

    private static SQLException translated(RelationName relation, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (TableStatements.isOutOfMemory(failure) || message.startsWith("INTERRUPT Error")) {
            return failure;
        }
        throw DuckDbErrors.damaged(relation, failure);
    }
}
