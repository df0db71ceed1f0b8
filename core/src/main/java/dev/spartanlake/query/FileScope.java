package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which files make a difference to the answer of a statement.
///
/// @param relations the relations of which not all do
/// @param key what the key of a file of these relations has that makes one
public record FileScope(Set<RelationName> relations, Map<String, String> key) {

    /// All files of all relations.
    public static final FileScope EVERYTHING = new FileScope(Set.of(), Map.of());

    /// Copies the collections.
    public FileScope {
        relations = Set.copyOf(relations);
        key = Map.copyOf(key);
    }

    /// A relation with these files alone. Those whose key is not known may make a difference.
    Relation.ParquetFiles of(Relation.ParquetFiles relation) {
        if (!relations.contains(relation.name())) {
            return relation;
        }
        List<ParquetFile> files = relation.files().stream()
                .filter(file -> file.key().isEmpty() || file.key().entrySet().containsAll(key.entrySet()))
                .toList();
        return files.size() == relation.files().size()
                ? relation
                : new Relation.ParquetFiles(relation.name(), relation.columns(), files);
    }
}
