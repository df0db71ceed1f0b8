package dev.spartanlake.query;

import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.DuckDbInstance;
import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.query.statement.SizedFunctions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;

/// The instance that statements run in: open for the trusted set-up, then closed for good by [#raise].
///
/// After that no connection of the instance can read or write a file, open a socket, load an extension or
/// change a setting. Java table functions registered before keep working, which is how relations get in.
final class Fence implements AutoCloseable {

    private final DuckDBConnection trusted;
    private final Limits limits;
    private boolean raised;

    private Fence(DuckDBConnection trusted, Limits limits) {
        this.trusted = trusted;
        this.limits = limits;
    }

    /// Opens an instance without a fence, in which every relation is visible.
    static Fence open(PresentRelations present, ParquetReading reading, Limits limits) {
        int threads = Runtime.getRuntime().availableProcessors();
        DuckDBConnection trusted = DuckDbInstance.open(limits.memoryBytes(), threads);
        Fence fence = new Fence(trusted, limits);
        try {
            fence.define(present, reading);
            return fence;
        } catch (SQLException | RuntimeException failure) {
            fence.close();
            throw failure instanceof SQLException refused
                    ? DuckDbErrors.translate(refused, limits)
                    : (RuntimeException) failure;
        }
    }

    private void define(PresentRelations present, ParquetReading reading) throws SQLException {
        Collection<Relation> relations = present.all();
        try (Statement statement = trusted.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            SizedFunctions.define(statement);
            for (String schema :
                    new TreeSet<>(relations.stream().map(r -> r.name().schema()).toList())) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + Sql.identifier(schema));
            }
            for (Relation relation : relations) {
                switch (relation) {
                    case Relation.ParquetFiles files ->
                        define(RelationFunction.of(files, () -> present.files(files.name()), reading), statement);
                    case Relation.JavaRows rows ->
                        define(RelationFunction.of(rows, () -> present.rows(rows.name())), statement);
                    case Relation.Defined defined -> requireKnown(defined, relations);
                }
            }
            for (Relation.Defined defined : inOrder(relations)) {
                statement.execute("CREATE VIEW " + defined.name().quoted() + " AS " + defined.sql());
            }
        }
    }

    private void define(RelationFunction function, Statement statement) throws SQLException {
        function.register(trusted);
        statement.execute(function.view());
    }

    private static void requireKnown(Relation.Defined defined, Collection<Relation> relations) {
        List<RelationName> missing = new ArrayList<>(defined.uses());
        missing.removeAll(relations.stream().map(Relation::name).toList());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(defined.name() + " uses " + missing + ", which was not handed over");
        }
    }

    /// Views after the views they use.
    private static Collection<Relation.Defined> inOrder(Collection<Relation> relations) {
        Map<RelationName, Relation.Defined> left = new LinkedHashMap<>();
        for (Relation relation : relations) {
            if (relation instanceof Relation.Defined defined) {
                left.put(defined.name(), defined);
            }
        }
        Map<RelationName, Relation.Defined> ordered = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            Relation.Defined next = left.values().stream()
                    .filter(defined -> defined.uses().stream().noneMatch(left::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(left.keySet() + " use each other"));
            ordered.put(next.name(), left.remove(next.name()));
        }
        return ordered.values();
    }

    /// Closes the instance off. There is no way back.
    void raise() throws SQLException {
        try (Statement statement = trusted.createStatement()) {
            statement.execute("SET GLOBAL enable_external_access = false");
            statement.execute("SET GLOBAL lock_configuration = true");
        }
        raised = true;
    }

    boolean isRaised() {
        return raised;
    }

    /// The connection that sets up and loads; never given a user's statement to run.
    DuckDBConnection trusted() {
        return trusted;
    }

    /// A connection for one user's statement.
    DuckDBConnection connection() throws SQLException {
        if (!raised) {
            throw new IllegalStateException("The fence is not up yet");
        }
        return trusted.duplicate();
    }

    @Override
    public void close() throws WarehouseException {
        try {
            trusted.close();
        } catch (SQLException failure) {
            throw DuckDbErrors.translate(failure, limits);
        }
    }
}
