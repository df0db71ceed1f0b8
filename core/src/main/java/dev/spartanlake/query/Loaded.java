package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is in memory of a relation.
///
/// @param columns the names of the columns
/// @param files the files whose rows there are: of the relation as it was when somebody last asked for them
/// @param deletedRows rows that are no longer to be seen and still take memory
record Loaded(Set<String> columns, List<ParquetFile> files, long deletedRows) {

    /// Copies the set.
    Loaded {
        columns = Set.copyOf(columns);
    }

    /// What has to be done to the rows of one part.
    ///
    /// @param key what the keys of the part's files have
    /// @param needed the relation with the files of that part alone
    FileChange change(Map<String, String> key, Relation.ParquetFiles needed) {
        List<ParquetFile> part =
                files.stream().filter(file -> FileScope.covers(key, file)).toList();
        return FileChange.of(part, needed);
    }

    /// The same after that change.
    Loaded after(Map<String, String> key, Relation.ParquetFiles needed, long deletedMore) {
        List<ParquetFile> after = new ArrayList<>(needed.files());
        files.stream().filter(file -> !FileScope.covers(key, file)).forEach(after::add);
        return new Loaded(columns, List.copyOf(after), deletedRows + deletedMore);
    }

    /// The relation with the files that are needed, and those whose rows there are and that it still has.
    Relation.ParquetFiles with(Relation.ParquetFiles needed, Relation.ParquetFiles relation) {
        if (needed.files().size() == relation.files().size()) {
            return relation;
        }
        Set<FileChange.Content> wanted = new HashSet<>();
        files.forEach(file -> wanted.add(FileChange.Content.of(file)));
        needed.files().forEach(file -> wanted.add(FileChange.Content.of(file)));
        return relation.of(relation.files().stream()
                .filter(file -> wanted.contains(FileChange.Content.of(file)))
                .toList());
    }

    /// How many rows there are to be seen.
    long rows() {
        return files.stream().mapToLong(ParquetFile::rows).sum();
    }
}
