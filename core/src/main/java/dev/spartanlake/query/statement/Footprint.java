package dev.spartanlake.query.statement;

import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What a statement may touch: never less than it does touch, so that loading only this much is safe.
///
/// @param relations every relation the statement names, also where a name of the statement's own hides it
/// @param words every name that occurs in the statement, in lower case
/// @param everyColumn whether columns may be used without being named
/// @param inspectsCatalog whether the statement looks at which relations and columns there are
public record Footprint(Set<RelationName> relations, Set<String> words, boolean everyColumn, boolean inspectsCatalog) {

    /// Copies the sets.
    public Footprint {
        relations = Set.copyOf(relations);
        words = Set.copyOf(words);
    }

    /// What two statements may touch together.
    public Footprint plus(Footprint other) {
        Set<RelationName> allRelations = new TreeSet<>(relations);
        allRelations.addAll(other.relations);
        Set<String> allWords = new TreeSet<>(words);
        allWords.addAll(other.words);
        return new Footprint(
                allRelations, allWords, everyColumn || other.everyColumn, inspectsCatalog || other.inspectsCatalog);
    }

    /// The columns that may be used, at least one, in the order given.
    public List<RelationColumn> used(List<RelationColumn> columns) {
        if (everyColumn) {
            return columns;
        }
        List<RelationColumn> named = columns.stream()
                .filter(column -> words.contains(column.name().toLowerCase(Locale.ROOT)))
                .toList();
        return named.isEmpty() ? columns.subList(0, 1) : named;
    }
}
