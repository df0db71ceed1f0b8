package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers statements over a fixed set of relations, which is one state of a warehouse.
///
/// Relations are loaded into memory when a statement first names them, and only the columns it names; they stay for
/// the
/// next statement. A statement that needs more gets a new, larger fence.
///
/// **Threads**: one statement at a time; others wait. **Lifecycle**: whoever opens it closes it.
public final class QueryEngine implements AutoCloseable {

    private final Map<RelationName, Relation> relations;
    private final Limits limits;
    private final Fence parser;
    private final SqlGuard guard;
    private @Nullable Fence fence;
    private StatementScope loaded = new StatementScope(Set.of(), Set.of(), StatementScope.Breadth.NAMED_COLUMNS);

    private QueryEngine(Map<RelationName, Relation> relations, Limits limits, Fence parser) {
        this.relations = relations;
        this.limits = limits;
        this.parser = parser;
        guard = new SqlGuard(parser.connection(), relations.keySet());
    }

    /// Opens an engine over these relations. Nothing is loaded yet.
    public static QueryEngine open(Collection<Relation> relations, Limits limits) {
        Map<RelationName, Relation> byName = relations.stream()
                .collect(Collectors.toMap(
                        Relation::name,
                        Function.identity(),
                        (a, b) -> a,
                        () -> new TreeMap<>(Comparator.comparing(RelationName::toString))));
        Fence parser = Fence.open(limits);
        parser.raise();
        return new QueryEngine(byName, limits, parser);
    }

    /// Makes sure that what a statement needs is in memory.
    ///
    /// @throws WarehouseException as [#query] does, when the statement is refused
    public synchronized void prepare(String sql) {
        StatementScope needed = withViews(guard.inspect(sql));
        if (fence == null || !covers(loaded, needed)) {
            replaceFence(union(loaded, needed));
        }
    }

    /// Runs one statement.
    ///
    /// @param parameters values of the statement's `?` in their order: `String`, `Long`, `Integer`, `Double`,
    ///     `Boolean`,
    ///     `Instant`, `LocalDate` or null
    /// @throws WarehouseException with [ErrorCode#QUERY_INVALID] when the statement is wrong, with
    ///     [ErrorCode#QUERY_REFUSED]
    ///     when it does more than read, with [ErrorCode#QUERY_LIMIT] when it takes more time or memory than it may
    public synchronized QueryResult query(String sql, List<@Nullable Object> parameters) {
        prepare(sql);
        Fence prepared = fence;
        if (prepared == null) {
            throw new IllegalStateException("the engine was not prepared");
        }
        try {
            return new GuardedExecution(prepared.connection(), limits).run(sql, parameters);
        } catch (GuardedExecution.Unstoppable runaway) {
            // The engine is still busy with it and cannot be used again; its thread ends with the statement or the
            // process.
            fence = null;
            loaded = new StatementScope(Set.of(), Set.of(), StatementScope.Breadth.NAMED_COLUMNS);
            throw new WarehouseException(ErrorCode.QUERY_LIMIT, Location.nowhere(), runaway.sentence());
        }
    }

    private void replaceFence(StatementScope scope) {
        Fence next = Fence.open(limits);
        try {
            for (Relation relation : relations.values()) {
                boolean needed = scope.relations().contains(relation.name());
                switch (relation) {
                    case Relation.ParquetFiles files when needed -> next.load(files, scope);
                    case Relation.JavaRows rows when needed -> next.load(rows);
                    // What is not asked for is there by name only, for SHOW TABLES.
                    case Relation.ParquetFiles files -> next.declare(files.name(), files.columns());
                    case Relation.JavaRows rows -> next.declare(rows.name(), rows.columns());
                    case Relation.View view -> {}
                }
            }
            for (Relation relation : relations.values()) {
                if (relation instanceof Relation.View view && canStand(view, scope)) {
                    next.create(view);
                }
            }
            next.raise();
        } catch (RuntimeException failed) {
            next.close();
            throw failed;
        }
        if (fence != null) {
            fence.close();
        }
        fence = next;
        loaded = scope;
    }

    /// What a statement needs including what the views it names need.
    private StatementScope withViews(StatementScope scope) {
        StatementScope whole = scope;
        for (RelationName name : scope.relations()) {
            if (relation(name) instanceof Relation.View view) {
                whole = union(whole, withViews(guard.inspect(view.sql())));
            }
        }
        return whole;
    }

    /// A view that is not asked for stands on tables that may have been loaded in part.
    private static boolean canStand(Relation.View view, StatementScope scope) {
        return scope.relations().contains(view.name()) || scope.breadth() == StatementScope.Breadth.ALL_COLUMNS;
    }

    private Relation relation(RelationName name) {
        Relation relation = relations.get(name);
        if (relation == null) {
            throw new IllegalStateException("no relation is named " + name);
        }
        return relation;
    }

    private static boolean covers(StatementScope loaded, StatementScope needed) {
        boolean columns = loaded.breadth() == StatementScope.Breadth.ALL_COLUMNS
                || (needed.breadth() == StatementScope.Breadth.NAMED_COLUMNS
                        && loaded.columns().containsAll(needed.columns()));
        return columns && loaded.relations().containsAll(needed.relations());
    }

    private static StatementScope union(StatementScope a, StatementScope b) {
        Set<RelationName> relations = new LinkedHashSet<>(a.relations());
        relations.addAll(b.relations());
        Set<String> columns = new HashSet<>(a.columns());
        columns.addAll(b.columns());
        boolean all =
                a.breadth() == StatementScope.Breadth.ALL_COLUMNS || b.breadth() == StatementScope.Breadth.ALL_COLUMNS;
        return new StatementScope(
                relations, columns, all ? StatementScope.Breadth.ALL_COLUMNS : StatementScope.Breadth.NAMED_COLUMNS);
    }

    @Override
    public synchronized void close() {
        parser.close();
        if (fence != null) {
            fence.close();
            fence = null;
        }
    }
}
