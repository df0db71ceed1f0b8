package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.query.statement.Footprint;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which relations of Parquet files are tables in memory, and which are streamed by each statement.
///
/// A relation starts as a view of its streamed rows, with every column. When a statement names it and it fits,
/// it becomes a table with the columns that statements have used so far. Whoever looks at the catalog gets all the
/// views back, and whoever names a column that is not there those that lack some: what a statement sees never
/// depends on what ran before.
///
/// When the relations have become others, a table is brought up to date by the next statement that names it: rows of
/// files that are gone go, rows of files that are new come.
///
/// **Threads**: not safe; the engine holds a lock.
final class ResidentTables {

    private final Map<RelationName, Loaded> resident = new HashMap<>();
    private final Set<RelationName> tooLarge = new HashSet<>();

    /// Those that need not be compared with their relations.
    private final Set<RelationName> upToDate = new HashSet<>();

    private final PresentRelations relations;
    private final Fence fence;
    private final ParquetReading reading;
    private final TableStatements statements;
    private final ResidentMemory memory;
    private final DerivedTables derived;
    private final ChangedFiles changed;

    /// What is in memory of a relation.
    ///
    /// @param columns the names of the columns
    /// @param files the files whose rows there are
    /// @param deletedRows rows that are no longer to be seen and still take memory
    private record Loaded(Set<String> columns, List<ParquetFile> files, long deletedRows) {}

    ResidentTables(PresentRelations relations, Fence fence, ParquetReading reading, Limits limits) {
        this.relations = relations;
        this.fence = fence;
        this.reading = reading;
        statements = new TableStatements(fence.trusted());
        memory = new ResidentMemory(statements, reading, limits);
        derived = new DerivedTables(relations, statements);
        changed = new ChangedFiles(fence.trusted(), reading);
    }

    /// Takes note that the relations have become others.
    void relationsChanged() {
        tooLarge.clear();
        upToDate.clear();
        derived.becomeOutdated();
    }

    /// Loads what a statement needs and memory allows, and brings up to date what is loaded.
    void prepare(Footprint footprint, FileScope scope, BoundedRun<?> bounds) throws SQLException {
        if (footprint.inspectsCatalog()) {
            showViews(bounds);
            return;
        }
        for (Relation.ParquetFiles relation : relations.ofFiles()) {
            if (footprint.relations().contains(relation.name()) && !tooLarge.contains(relation.name())) {
                load(relation, scope.of(relation), footprint.used(relation.columns()), bounds);
            }
        }
        derived.prepare(footprint.relations(), bounds);
    }

    /// Makes every relation the view again that it was at first.
    private void showViews(BoundedRun<?> bounds) throws SQLException {
        for (Relation.ParquetFiles relation : relations.ofFiles()) {
            stream(relation, bounds);
        }
        derived.showViews(bounds);
    }

    /// Whether a relation does not show all its columns.
    boolean isPartial() {
        return relations.ofFiles().stream().anyMatch(this::isPartial);
    }

    /// Makes every relation show all its columns, and all rows as they are now, again.
    void streamPartial(BoundedRun<?> bounds) throws SQLException {
        for (Relation.ParquetFiles relation : relations.ofFiles()) {
            if (isPartial(relation) || isOutdated(relation)) {
                stream(relation, bounds);
            }
        }
        derived.showOutdatedAsViews(bounds);
    }

    private boolean isPartial(Relation.ParquetFiles relation) {
        Loaded loaded = resident.get(relation.name());
        return loaded != null && loaded.columns().size() < relation.columns().size();
    }

    private boolean isOutdated(Relation.ParquetFiles relation) {
        Loaded loaded = resident.get(relation.name());
        return loaded != null && !FileChange.of(loaded.files(), relation).isNone();
    }

    /// Which columns of a relation are in memory.
    Set<String> residentColumns(RelationName name) {
        Loaded loaded = resident.get(name);
        return loaded == null ? Set.of() : loaded.columns();
    }

    /// @param needed the relation with the files that the statement needs
    private void load(
            Relation.ParquetFiles relation,
            Relation.ParquetFiles needed,
            List<RelationColumn> wanted,
            BoundedRun<?> bounds)
            throws SQLException {
        Set<String> columns = new LinkedHashSet<>(residentColumns(relation.name()));
        wanted.forEach(column -> columns.add(column.name()));
        // Without them, rows could not be told by their files.
        relation.files().stream()
                .findFirst()
                .ifPresent(file -> columns.addAll(file.key().keySet()));
        @Nullable Loaded loaded = resident.get(relation.name());
        if (loaded == null && isLess(needed, relation)) {
            loadAnew(needed, columns, bounds);
        } else if (loaded == null || columns.size() > loaded.columns().size()) {
            loadAnew(relation, columns, bounds);
            upToDate.add(relation.name());
        } else if (!upToDate.contains(relation.name()) && !isEnough(loaded, relation, needed)) {
            bringUpToDate(relation, loaded, bounds);
            upToDate.add(relation.name());
        }
    }

    private static boolean isLess(Relation.ParquetFiles needed, Relation.ParquetFiles relation) {
        return needed.files().size() < relation.files().size();
    }

    /// Whether a table has the rows of all files that are needed, and none that are out of date.
    private static boolean isEnough(Loaded loaded, Relation.ParquetFiles relation, Relation.ParquetFiles needed) {
        return isLess(needed, relation)
                && FileChange.of(loaded.files(), needed).added().isEmpty()
                && FileChange.of(loaded.files(), relation).gone().isEmpty();
    }

    private void loadAnew(Relation.ParquetFiles relation, Set<String> columns, BoundedRun<?> bounds)
            throws SQLException {
        if (!memory.hasRoomFor(relation, columns)) {
            leaveOut(relation, bounds);
            return;
        }
        try {
            replace(relation, "TABLE", table(relation, columns), bounds);
            memory.isToBeLookedAt();
            resident.put(relation.name(), new Loaded(Set.copyOf(columns), relation.files(), 0));
            requireRows(relation, bounds);
        } catch (SQLException failure) {
            leaveOutFor(failure, relation, bounds);
        }
    }

    private void bringUpToDate(Relation.ParquetFiles relation, Loaded loaded, BoundedRun<?> bounds)
            throws SQLException {
        FileChange change = FileChange.of(loaded.files(), relation);
        if (change.isNone()) {
            resident.put(relation.name(), new Loaded(loaded.columns(), relation.files(), loaded.deletedRows()));
            return;
        }
        if (!change.isPart()) {
            loadAnew(relation, loaded.columns(), bounds);
            return;
        }
        // What is in memory stands for its files, which must be there all the same.
        reading.requireSizes(relation);
        if (!memory.hasRoomForMore(change.addedAlone(), loaded.columns())) {
            leaveOut(relation, bounds);
            return;
        }
        try {
            apply(change, loaded, bounds);
        } catch (SQLException failure) {
            leaveOutFor(failure, relation, bounds);
        }
    }

    private void apply(FileChange change, Loaded loaded, BoundedRun<?> bounds) throws SQLException {
        Relation.ParquetFiles relation = change.relation();
        List<RelationColumn> columns = columns(relation, loaded.columns());
        long rows;
        try {
            rows = statements.together(
                    change.statements(columns, changed.select(change.addedAlone(), columns)), bounds);
        } catch (SQLException failure) {
            throw translated(relation, "TABLE", failure);
        }
        long deleted = loaded.deletedRows() + change.goneRows();
        resident.put(relation.name(), new Loaded(loaded.columns(), relation.files(), deleted));
        if (rows != change.goneRows() + change.addedRows()) {
            // A file has rows of another's key.
            loadAnew(relation, loaded.columns(), bounds);
        } else if (deleted > relation.rows()) {
            statements.together(
                    List.of("CREATE OR REPLACE TABLE " + relation.name().quoted() + " AS FROM "
                            + relation.name().quoted()),
                    bounds);
            resident.put(relation.name(), new Loaded(loaded.columns(), relation.files(), 0));
        }
    }

    /// Streams a relation from now on if a failure was want of memory.
    private void leaveOutFor(SQLException failure, Relation.ParquetFiles relation, BoundedRun<?> bounds)
            throws SQLException {
        if (!TableStatements.isOutOfMemory(failure)) {
            throw failure;
        }
        leaveOut(relation, bounds);
    }

    private void leaveOut(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        tooLarge.add(relation.name());
        stream(relation, bounds);
    }

    /// A file that was exchanged for another one of the same length is still a table.
    private void requireRows(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        long found = rowsLoaded(relation);
        if (found != relation.rows()) {
            stream(relation, bounds);
            throw DuckDbErrors.damaged(
                    relation.name(), new SQLException("expected " + relation.rows() + " rows, found " + found));
        }
    }

    private long rowsLoaded(Relation.ParquetFiles relation) throws SQLException {
        return statements.number("SELECT count(*) FROM " + relation.name().quoted());
    }

    private void stream(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        if (resident.containsKey(relation.name())) {
            replace(relation, "VIEW", function(relation).view(), bounds);
            resident.remove(relation.name());
        }
    }

    private RelationFunction function(Relation.ParquetFiles relation) {
        return RelationFunction.of(relation, () -> relations.files(relation.name()), reading);
    }

    /// Before the fence is up DuckDB reads the files itself, which is fastest; afterwards they come through
    /// Java.
    private String table(Relation.ParquetFiles relation, Set<String> names) throws SQLException {
        List<RelationColumn> kept = columns(relation, names);
        String create = "CREATE TABLE " + relation.name().quoted() + " AS ";
        if (fence.isRaised() && isLess(relation, relations.files(relation.name()))) {
            return create + changed.select(relation, kept);
        }
        if (fence.isRaised() || relation.files().isEmpty()) {
            return create + function(relation).select(kept);
        }
        List<String> casts = kept.stream()
                .map(column -> "CAST(" + Sql.identifier(column.name()) + " AS " + column.duckDbType() + ") AS "
                        + Sql.identifier(column.name()))
                .toList();
        return create + "SELECT " + String.join(", ", casts) + " FROM " + Sql.parquet(relation.paths());
    }

    private static List<RelationColumn> columns(Relation.ParquetFiles relation, Set<String> names) {
        return relation.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    private void replace(Relation.ParquetFiles relation, String kind, String create, BoundedRun<?> bounds)
            throws SQLException {
        String previous = resident.containsKey(relation.name()) ? "TABLE" : "VIEW";
        try {
            statements.together(
                    List.of("DROP " + previous + " " + relation.name().quoted(), create), bounds);
        } catch (SQLException failure) {
            throw translated(relation, kind, failure);
        }
    }

    private static SQLException translated(Relation.ParquetFiles relation, String kind, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean limit = TableStatements.isOutOfMemory(failure) || message.startsWith("INTERRUPT Error");
        if (kind.equals("VIEW") || limit) {
            return failure;
        }
        throw DuckDbErrors.damaged(relation.name(), failure);
    }
}
