package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.query.statement.Footprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides which relations of Parquet files are tables in memory, and which are streamed by each statement.
///
/// A relation starts as a view of its streamed rows, with every column. When a statement names it and it fits,
/// it becomes a table with the columns that statements have used so far. Whoever looks at the catalog gets all the
/// views back, and whoever names a column that is not there those that lack some: what a statement sees never
/// depends on what ran before.
///
/// **Threads**: not safe; the engine holds a lock.
final class ResidentTables {

    private final Map<RelationName, Relation.ParquetFiles> relations = new HashMap<>();
    private final Map<RelationName, Relation.Derived> notDerivedYet = new LinkedHashMap<>();
    private final Map<RelationName, Relation.Derived> derived = new HashMap<>();
    private final Map<RelationName, Set<String>> resident = new HashMap<>();
    private final Set<RelationName> tooLarge = new HashSet<>();
    private final Fence fence;
    private final ParquetReading reading;
    private final Limits limits;

    ResidentTables(Collection<Relation> relations, Fence fence, ParquetReading reading, Limits limits) {
        for (Relation relation : relations) {
            switch (relation) {
                case Relation.ParquetFiles files -> this.relations.put(files.name(), files);
                case Relation.Derived few -> notDerivedYet.put(few.name(), few);
                case Relation.JavaRows _, Relation.View _ -> {}
            }
        }
        this.fence = fence;
        this.reading = reading;
        this.limits = limits;
    }

    /// Loads what a statement needs and memory allows.
    void prepare(Footprint footprint, BoundedRun<?> bounds) throws SQLException {
        if (footprint.inspectsCatalog()) {
            showViews(bounds);
            return;
        }
        for (RelationName name : footprint.relations()) {
            Relation.ParquetFiles relation = relations.get(name);
            if (relation != null && !tooLarge.contains(name)) {
                load(relation, footprint.used(relation.columns()), bounds);
            }
        }
        for (RelationName name : footprint.relations()) {
            Relation.Derived few = notDerivedYet.get(name);
            if (few != null) {
                derive(few, bounds);
            }
        }
    }

    /// What it follows from never changes, so that neither do its rows. Where memory has no room for them, it stays
    /// the view that it is.
    private void derive(Relation.Derived few, BoundedRun<?> bounds) throws SQLException {
        String name = few.name().quoted();
        try {
            replace("DROP VIEW " + name, "CREATE TABLE " + name + " AS " + few.sql(), bounds);
            derived.put(few.name(), few);
        } catch (SQLException failure) {
            if (!isOutOfMemory(failure)) {
                throw failure;
            }
        }
        notDerivedYet.remove(few.name());
    }

    /// Makes every relation the view again that it was at first.
    private void showViews(BoundedRun<?> bounds) throws SQLException {
        for (Relation.ParquetFiles relation : relations.values()) {
            stream(relation, bounds);
        }
        for (Relation.Derived few : List.copyOf(derived.values())) {
            String name = few.name().quoted();
            replace("DROP TABLE " + name, "CREATE VIEW " + name + " AS " + few.sql(), bounds);
            derived.remove(few.name());
            notDerivedYet.put(few.name(), few);
        }
    }

    private static boolean isOutOfMemory(SQLException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Out of Memory Error");
    }

    /// Whether a relation does not show all its columns.
    boolean isPartial() {
        return !partial().isEmpty();
    }

    /// Makes every relation show all its columns again.
    void streamPartial(BoundedRun<?> bounds) throws SQLException {
        for (Relation.ParquetFiles relation : partial()) {
            stream(relation, bounds);
        }
    }

    private List<Relation.ParquetFiles> partial() {
        return relations.values().stream()
                .filter(relation -> isPartial(relation, resident.getOrDefault(relation.name(), Set.of())))
                .toList();
    }

    /// Which columns of a relation are in memory.
    Set<String> residentColumns(RelationName name) {
        return resident.getOrDefault(name, Set.of());
    }

    private static boolean isPartial(Relation.ParquetFiles relation, Set<String> columns) {
        return !columns.isEmpty() && columns.size() < relation.columns().size();
    }

    private void load(Relation.ParquetFiles relation, List<RelationColumn> wanted, BoundedRun<?> bounds)
            throws SQLException {
        Set<String> loaded = resident.getOrDefault(relation.name(), Set.of());
        Set<String> columns = new LinkedHashSet<>(loaded);
        wanted.forEach(column -> columns.add(column.name()));
        if (columns.size() == loaded.size()) {
            return;
        }
        if (!fits(relation, columns)) {
            tooLarge.add(relation.name());
            stream(relation, bounds);
            return;
        }
        try {
            replace(relation, "TABLE", table(relation, columns), bounds);
            resident.put(relation.name(), Set.copyOf(columns));
            requireRows(relation, bounds);
        } catch (SQLException failure) {
            if (!isOutOfMemory(failure)) {
                throw failure;
            }
            tooLarge.add(relation.name());
            stream(relation, bounds);
        }
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
        try (Statement statement = fence.trusted().createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT count(*) FROM " + relation.name().quoted())) {
            count.next();
            return count.getLong(1);
        }
    }

    private boolean fits(Relation.ParquetFiles relation, Set<String> columns) throws SQLException {
        long room = room();
        try {
            return reading.fits(relation, columns, room);
        } catch (SQLException unreadable) {
            throw DuckDbErrors.damaged(relation.name(), unreadable);
        }
    }

    private void stream(Relation.ParquetFiles relation, BoundedRun<?> bounds) throws SQLException {
        if (resident.containsKey(relation.name())) {
            replace(relation, "VIEW", RelationFunction.of(relation, reading).view(), bounds);
            resident.remove(relation.name());
        }
    }

    /// Before the fence is up DuckDB reads the files itself, which is fastest; afterwards they come through
    /// Java.
    private String table(Relation.ParquetFiles relation, Set<String> columns) {
        List<RelationColumn> kept = relation.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .toList();
        String create = "CREATE TABLE " + relation.name().quoted() + " AS ";
        if (fence.isRaised() || relation.files().isEmpty()) {
            return create + RelationFunction.of(relation, reading).select(kept);
        }
        List<String> casts = kept.stream()
                .map(column -> "CAST(" + Sql.identifier(column.name()) + " AS " + column.duckDbType() + ") AS "
                        + Sql.identifier(column.name()))
                .toList();
        return create + "SELECT " + String.join(", ", casts) + " FROM " + Sql.parquet(relation.paths());
    }

    private void replace(Relation.ParquetFiles relation, String kind, String create, BoundedRun<?> bounds)
            throws SQLException {
        String previous = resident.containsKey(relation.name()) ? "TABLE" : "VIEW";
        try {
            replace("DROP " + previous + " " + relation.name().quoted(), create, bounds);
        } catch (SQLException failure) {
            throw translated(relation, kind, failure);
        }
    }

    private void replace(String drop, String create, BoundedRun<?> bounds) throws SQLException {
        execute("BEGIN TRANSACTION", bounds);
        try {
            execute(drop, bounds);
            execute(create, bounds);
            execute("COMMIT", bounds);
        } catch (SQLException | RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    private void execute(String sql, BoundedRun<?> bounds) throws SQLException {
        // A statement is closed by its first error, so each gets its own.
        try (Statement statement = fence.trusted().createStatement()) {
            bounds.enter(statement).execute(sql);
        }
    }

    private void rollBack(Exception cause) {
        try (Statement statement = fence.trusted().createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            cause.addSuppressed(failure);
        }
    }

    private static SQLException translated(Relation.ParquetFiles relation, String kind, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean limit = isOutOfMemory(failure) || message.startsWith("INTERRUPT Error");
        if (kind.equals("VIEW") || limit) {
            return failure;
        }
        throw DuckDbErrors.damaged(relation.name(), failure);
    }

    private long room() throws SQLException {
        return limits.residentBytes() - (limits.residentBytes() == 0 ? 0 : used());
    }

    /// What resident tables take, as DuckDB counts it.
    private long used() throws SQLException {
        try (Statement statement = fence.trusted().createStatement();
                ResultSet rows = statement.executeQuery("SELECT sum(memory_usage_bytes) FROM duckdb_memory()")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
