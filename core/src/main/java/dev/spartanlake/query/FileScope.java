package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Which files make a difference to the answer of a statement.
///
/// @param keys what the key of a file has that makes a difference, by relation. Of a relation that is not there, or of
///     which nothing is said, all files do
public record FileScope(Map<RelationName, Map<String, String>> keys) {

    /// The key of all files of a relation.
    static final Map<String, String> WHOLE = Map.of();

    /// All files of all relations.
    public static final FileScope EVERYTHING = new FileScope(Map.of());

    /// Copies the maps.
    public FileScope {
        Map<RelationName, Map<String, String>> copies = new TreeMap<>();
        keys.forEach((name, key) -> copies.put(name, Map.copyOf(key)));
        keys = Map.copyOf(copies);
    }

    /// What the keys of a relation's files have in common; nothing where all of them make a difference.
    Map<String, String> key(RelationName relation) {
        return Objects.requireNonNull(keys.getOrDefault(relation, WHOLE));
    }

    /// A relation with the files alone whose key has something. Those whose key is not known may have it.
    static Relation.ParquetFiles part(Relation.ParquetFiles relation, Map<String, String> key) {
        if (key.isEmpty()) {
            return relation;
        }
        List<ParquetFile> files =
                relation.files().stream().filter(file -> covers(key, file)).toList();
        return files.size() == relation.files().size() ? relation : relation.of(files);
    }

    /// Whether the key of a file has something, or is not known.
    static boolean covers(Map<String, String> key, ParquetFile file) {
        if (file.key().isEmpty()) {
            return true;
        }
        for (Map.Entry<String, String> value : key.entrySet()) {
            if (!value.getValue().equals(file.key().get(value.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
