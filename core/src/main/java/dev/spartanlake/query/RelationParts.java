package dev.spartanlake.query;

import dev.spartanlake.query.relation.RelationName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Parts of relations, each told by what the keys of its files have, of which something is known to hold.
///
/// **Threads**: not safe.
final class RelationParts {

    private final Map<RelationName, Set<Map<String, String>>> parts = new HashMap<>();

    /// Takes note of a part.
    ///
    /// @param key as [FileScope#key] gives it
    void add(RelationName relation, Map<String, String> key) {
        parts.computeIfAbsent(relation, _ -> new HashSet<>()).add(key);
    }

    /// Whether a note of exactly this part was taken.
    boolean contain(RelationName relation, Map<String, String> key) {
        Set<Map<String, String>> noted = parts.get(relation);
        return noted != null && noted.contains(key);
    }

    /// Whether a note was taken of a part, or of the whole that it belongs to.
    boolean cover(RelationName relation, Map<String, String> key) {
        return contain(relation, key) || contain(relation, FileScope.WHOLE);
    }

    /// Forgets what was noted of a relation.
    void remove(RelationName relation) {
        parts.remove(relation);
    }

    /// Forgets everything.
    void clear() {
        parts.clear();
    }
}
