package dev.spartanlake.query.statement;

import dev.spartanlake.error.Spelling;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.RelationName;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What to say about a name that is none of the relations'.
final class RelationNames {

    private static final int MOST_LISTED = 24;

    private RelationNames() {}

    /// Whether DuckDB could take a table's name for a file's.
    static boolean looksLikeFile(String table) {
        return table.isBlank() || table.chars().anyMatch(character -> "./\\:*?~[]{}".indexOf(character) >= 0);
    }

    static WarehouseException unknown(String schema, String table, Collection<RelationName> known) {
        String asked = schema.isEmpty() ? table : schema + "." + table;
        String listed = new TreeSet<>(known)
                .stream().limit(MOST_LISTED).map(RelationName::toString).collect(Collectors.joining(", "));
        String more = known.size() > MOST_LISTED ? " and " + (known.size() - MOST_LISTED) + " more" : "";
        return QueryErrors.invalid("There is no table " + asked + ". Did you mean " + closest(table, known)
                + "? The tables are " + listed + more);
    }

    /// The known name that takes the fewest edits.
    static String closest(String table, Collection<RelationName> known) {
        return known.stream()
                .min(Comparator.comparingInt((RelationName name) -> Spelling.edits(table, name.table()))
                        .thenComparing(Comparator.naturalOrder()))
                .map(RelationName::toString)
                .orElse("one that exists");
    }
}
