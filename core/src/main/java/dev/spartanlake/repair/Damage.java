package dev.spartanlake.repair;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.util.Set;

/// What is to be mended in a warehouse.
///
/// @param files partitions whose files are missing or not what was committed
/// @param rows partitions whose files are what was committed, but do not follow from the documents, or
///     documents that do not agree with the ledger
/// @param secondCopies partitions whose second copies are missing or not what was committed
/// @param unlisted files in the tree that the catalog does not know
/// @param careers players whose sessions or synchronisation state do not follow from their matches
public record Damage(
        Set<Partition> files, Set<Partition> rows, Set<Partition> secondCopies, Set<Path> unlisted, Set<Xuid> careers) {

    /// Copies the sets.
    public Damage {
        files = Set.copyOf(files);
        rows = Set.copyOf(rows);
        secondCopies = Set.copyOf(secondCopies);
        unlisted = Set.copyOf(unlisted);
        careers = Set.copyOf(careers);
    }

    /// Whether there is nothing to mend.
    public boolean isEmpty() {
        return files.isEmpty() && rows.isEmpty() && secondCopies.isEmpty() && unlisted.isEmpty() && careers.isEmpty();
    }
}
