package dev.spartanlake.query;

import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.statement.Footprint;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which relations of Parquet files are tables in memory, and which are streamed by each statement.
///
/// A relation starts as a view of its streamed rows, with every column. When a statement names it and it fits,
/// it becomes a table with the columns that statements have used so far. Whoever looks at the catalog gets all the
/// views back, and whoever names a column that is not there those that lack some: the rows and columns that a
/// statement sees never depend on what ran before. The order of rows does, where a statement asks for none.
///
/// When the relations have become others, a table is brought up to date by the next statement that names it: rows of
/// files that are gone go, rows of files that are new come.
///
/// A statement for whose answer some files are enough finds the rows of these, and maybe of others. So a table may lack
/// rows, or have some that are out of date, which the next statement that needs all of them sets right.
///
/// **Threads**: not safe; the engine holds a lock.
final class ResidentTables {

    private final Map<RelationName, Loaded> resident = new HashMap<>();
    /// What memory has no room for.
    private final RelationParts tooLarge = new RelationParts();

    /// What need not be compared with its relation.
    private final RelationParts upToDate = new RelationParts();

    private final PresentRelations relations;
    private final ParquetReading reading;
    private final RelationForms forms;
    private final ResidentMemory memory;
    private final DerivedTables derived;

    ResidentTables(PresentRelations relations, Fence fence, ParquetReading reading, Limits limits) {
        this.relations = relations;
        this.reading = reading;
        TableStatements statements = new TableStatements(fence.trusted());
        forms = new RelationForms(relations, fence, reading, statements);
        memory = new ResidentMemory(statements, reading, limits);
        derived = new DerivedTables(relations, statements);
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
            if (footprint.relations().contains(relation.name())) {
                prepare(relation, scope.key(relation.name()), footprint.used(relation.columns()), bounds);
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

    /// @param key what the keys of the files have that the statement needs
    private void prepare(
            Relation.ParquetFiles relation, Map<String, String> key, List<RelationColumn> wanted, BoundedRun<?> bounds)
            throws SQLException {
        if (tooLarge.contain(relation.name(), key)) {
            stream(relation, bounds);
            return;
        }
        Set<String> columns = new LinkedHashSet<>(residentColumns(relation.name()));
        boolean isWider =
                columns.addAll(wanted.stream().map(RelationColumn::name).toList());
        if (isWider || !upToDate.cover(relation.name(), key)) {
            // Without them, rows could not be told by their files.
            relation.files().stream()
                    .findFirst()
                    .ifPresent(file -> columns.addAll(file.key().keySet()));
            load(relation, new Part(key, FileScope.part(relation, key)), columns, bounds);
        }
    }

    /// A part of a relation.
    ///
    /// @param key what the keys of its files have
    /// @param needed the relation with these files alone
    private record Part(Map<String, String> key, Relation.ParquetFiles needed) {}

    private void load(Relation.ParquetFiles relation, Part part, Set<String> columns, BoundedRun<?> bounds)
            throws SQLException {
        @Nullable Loaded loaded = resident.get(relation.name());
        if (loaded == null) {
            loadAnew(part.needed(), part, columns, bounds);
        } else if (columns.size() > loaded.columns().size()) {
            loadAnew(loaded.with(part.needed(), relation), part, columns, bounds);
        } else {
            bringUpToDate(relation, loaded, part, bounds);
        }
        if (resident.containsKey(relation.name())) {
            boolean isPart = isLess(part.needed(), relation);
            upToDate.add(relation.name(), isPart ? part.key() : FileScope.WHOLE);
        }
    }

    /// Loads files in place of what is loaded. Others than those that are needed make nothing fail.
    ///
    /// @param files the relation with all files of the part, and maybe others
    private void loadAnew(Relation.ParquetFiles files, Part part, Set<String> columns, BoundedRun<?> bounds)
            throws SQLException {
        if (!isLess(part.needed(), files)) {
            if (!fits(files, columns, bounds)) {
                leaveOut(part, bounds);
            }
            return;
        }
        try {
            if (fits(files, columns, bounds)) {
                return;
            }
        } catch (WarehouseException unreadable) {
            loadAloneAfter(unreadable, part, columns, bounds);
            return;
        }
        stream(files, bounds);
        loadAnew(part.needed(), part, columns, bounds);
    }

    /// Loads the files of a part where others, or these, could not be read.
    private void loadAloneAfter(WarehouseException unreadable, Part part, Set<String> columns, BoundedRun<?> bounds)
            throws SQLException {
        try {
            loadAnew(part.needed(), part, columns, bounds);
        } catch (SQLException | RuntimeException alsoFailed) {
            alsoFailed.addSuppressed(unreadable);
            throw alsoFailed;
        }
    }

    private static boolean isLess(Relation.ParquetFiles needed, Relation.ParquetFiles relation) {
        return needed.files().size() < relation.files().size();
    }

    /// Makes a table of files if they fit.
    private boolean fits(Relation.ParquetFiles files, Set<String> columns, BoundedRun<?> bounds) throws SQLException {
        if (!memory.hasRoomFor(files, columns)) {
            return false;
        }
        try {
            forms.makeTable(files, columns, resident.containsKey(files.name()), bounds);
        } catch (SQLException failure) {
            if (TableStatements.isOutOfMemory(failure)) {
                return false;
            }
            throw failure;
        }
        memory.isToBeLookedAt();
        upToDate.remove(files.name());
        become(files.name(), new Loaded(columns, files.files(), 0));
        requireRows(files, bounds);
        return true;
    }

    private void bringUpToDate(Relation.ParquetFiles relation, Loaded loaded, Part part, BoundedRun<?> bounds)
            throws SQLException {
        FileChange change = loaded.change(part.key(), part.needed());
        Loaded after = loaded.after(part.key(), part.needed(), change.goneRows());
        if (change.isNone()) {
            become(relation.name(), after);
            return;
        }
        if (!change.isPart(after.rows())) {
            loadAnew(loaded.with(part.needed(), relation), part, loaded.columns(), bounds);
            return;
        }
        // What is in memory stands for its files, which must be there all the same.
        reading.requireSizes(part.needed());
        if (!memory.hasRoomForMore(change.addedAlone(), loaded.columns())) {
            makeRoom(relation, part, loaded.columns(), bounds);
            return;
        }
        try {
            apply(change, relation, after, part, bounds);
        } catch (SQLException failure) {
            if (!TableStatements.isOutOfMemory(failure)) {
                throw failure;
            }
            leaveOut(part, bounds);
        }
    }

    /// Loads a part of a relation in place of what is loaded.
    private void makeRoom(Relation.ParquetFiles relation, Part part, Set<String> columns, BoundedRun<?> bounds)
            throws SQLException {
        if (isLess(part.needed(), relation)) {
            stream(relation, bounds);
            loadAnew(part.needed(), part, columns, bounds);
        } else {
            leaveOut(part, bounds);
        }
    }

    private void apply(FileChange change, Relation.ParquetFiles relation, Loaded after, Part part, BoundedRun<?> bounds)
            throws SQLException {
        long rows = forms.change(change, after.columns(), bounds);
        become(relation.name(), after);
        if (rows != change.goneRows() + change.addedRows()) {
            // A file has rows of another's key.
            loadAnew(after.with(part.needed(), relation), part, after.columns(), bounds);
        } else if (after.deletedRows() > after.rows()) {
            forms.compact(relation.name(), bounds);
            become(relation.name(), new Loaded(after.columns(), after.files(), 0));
        }
    }

    /// Takes note of what is in memory now.
    private void become(RelationName relation, Loaded loaded) {
        @Nullable Loaded before = resident.put(relation, loaded);
        if (before == null
                ? isLess(loaded, relations.files(relation))
                : !before.files().equals(loaded.files())) {
            derived.becomeOutdated();
        }
    }

    private static boolean isLess(Loaded loaded, Relation.ParquetFiles relation) {
        return loaded.files().size() < relation.files().size();
    }

    /// Streams a relation for statements that need a part of it from now on.
    private void leaveOut(Part part, BoundedRun<?> bounds) throws SQLException {
        tooLarge.add(part.needed().name(), part.key());
        stream(part.needed(), bounds);
    }

    /// A file that was exchanged for another one of the same length is still a table.
    private void requireRows(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        long found = forms.rows(relation.name());
        if (found != relation.rows()) {
            stream(relation, bounds);
            throw DuckDbErrors.damaged(
                    relation.name(), new SQLException("expected " + relation.rows() + " rows, found " + found));
        }
    }

    private void stream(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        if (resident.containsKey(relation.name())) {
            forms.makeView(relation, bounds);
            resident.remove(relation.name());
            if (!upToDate.contain(relation.name(), FileScope.WHOLE)) {
                derived.becomeOutdated();
            }
            upToDate.remove(relation.name());
        }
    }
}
