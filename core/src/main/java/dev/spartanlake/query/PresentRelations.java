package dev.spartanlake.query;

import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.statement.Footprint;
import dev.spartanlake.query.statement.StatementGuard;
import dev.spartanlake.query.statement.StatementText;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The relations that an engine answers for. Their files and rows may become others; names, columns and definitions
/// stay what they were at first.
///
/// **Threads**: safe.
final class PresentRelations {

    private final Map<RelationName, Footprint> definitions = new HashMap<>();
    private volatile Map<RelationName, Relation> relations;

    PresentRelations(Collection<Relation> relations) {
        this.relations = byName(relations);
    }

    private static Map<RelationName, Relation> byName(Collection<Relation> relations) {
        Map<RelationName, Relation> named = new LinkedHashMap<>();
        for (Relation relation : relations) {
            if (named.put(relation.name(), relation) != null) {
                throw new IllegalArgumentException("There are two relations named " + relation.name());
            }
        }
        return named;
    }

    /// Whether others differ from these in their files and rows alone.
    boolean haveShapeOf(Collection<Relation> others) {
        Map<RelationName, Relation> named = byName(others);
        return named.keySet().equals(relations.keySet())
                && named.values().stream().allMatch(other -> isOfShape(other, relations.get(other.name())));
    }

    private static boolean isOfShape(Relation one, @Nullable Relation other) {
        return switch (one) {
            case Relation.ParquetFiles files ->
                other instanceof Relation.ParquetFiles same && same.columns().equals(files.columns());
            case Relation.JavaRows rows ->
                other instanceof Relation.JavaRows same && same.columns().equals(rows.columns());
            case Relation.Defined defined -> defined.equals(other);
        };
    }

    /// Takes others for these.
    ///
    /// @throws IllegalArgumentException when they differ in more than files and rows
    void become(Collection<Relation> others) {
        if (!haveShapeOf(others)) {
            throw new IllegalArgumentException("The relations have other names, columns or definitions: expected "
                    + relations.keySet() + ", found "
                    + others.stream().map(Relation::name).toList());
        }
        relations = byName(others);
    }

    /// All of them, in the order they were handed over.
    Collection<Relation> all() {
        return List.copyOf(relations.values());
    }

    /// Their names.
    Set<RelationName> names() {
        return relations.keySet();
    }

    /// Those of Parquet files.
    List<Relation.ParquetFiles> ofFiles() {
        return relations.values().stream()
                .filter(Relation.ParquetFiles.class::isInstance)
                .map(Relation.ParquetFiles.class::cast)
                .toList();
    }

    /// One that was of Parquet files at first.
    Relation.ParquetFiles files(RelationName name) {
        return (Relation.ParquetFiles) named(name);
    }

    /// One that was of rows from Java at first.
    Relation.JavaRows rows(RelationName name) {
        return (Relation.JavaRows) named(name);
    }

    private Relation named(RelationName name) {
        Relation relation = relations.get(name);
        if (relation == null) {
            throw new IllegalArgumentException("There is no relation " + name);
        }
        return relation;
    }

    /// What a statement may touch, also through definitions.
    ///
    /// @param parser used for its parser only
    /// @throws dev.spartanlake.error.WarehouseException when the statement is refused or cannot be read
    Footprint footprint(StatementText statement, DuckDBConnection parser) throws SQLException {
        Footprint footprint = StatementGuard.check(statement, names(), parser);
        Set<RelationName> followed = new TreeSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (RelationName name : footprint.relations()) {
                if (relations.get(name) instanceof Relation.Defined defined && followed.add(name)) {
                    footprint = footprint.plus(footprint(defined, parser));
                    more = true;
                }
            }
        }
        return footprint;
    }

    private Footprint footprint(Relation.Defined defined, DuckDBConnection parser) throws SQLException {
        synchronized (definitions) {
            Footprint known = definitions.get(defined.name());
            if (known == null) {
                known = StatementGuard.check(StatementText.of(defined.sql()), names(), parser);
                definitions.put(defined.name(), known);
            }
            return known;
        }
    }
}
