package dev.spartanlake.catalog;

import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The files that committed changes have yet to put in place, at one moment.
///
/// @param places where a file has yet to be put or deleted; paths below the warehouse
/// @param staged where the files are until then, by their places; those to be deleted are none
public record PendingFiles(Set<String> places, Map<String, String> staged) {

    /// Copies the collections.
    public PendingFiles {
        places = Set.copyOf(places);
        staged = Map.copyOf(staged);
    }

    /// What changes have yet to be done. Of several changes of one place the latest counts.
    static PendingFiles of(Collection<Commits.FileChange> changes) {
        Set<String> places = new HashSet<>();
        Map<String, String> staged = new HashMap<>();
        for (Commits.FileChange change : changes) {
            places.add(change.target());
            if (change.staged() != null) {
                staged.put(change.target(), change.staged());
            }
        }
        return new PendingFiles(places, staged);
    }

    /// The files that are still staged. Each disappears when a writer puts it in place, which the metadata tell only
    /// after the last of them.
    public Set<Path> stillStaged(WarehouseDirectory directory) {
        return staged.values().stream()
                .map(directory::resolve)
                .filter(Files::exists)
                .collect(Collectors.toSet());
    }

    /// Where a committed file is: in its place, or still where it was staged.
    public Path locate(WarehouseDirectory directory, DataFile file) {
        return locate(directory, file.partition());
    }

    /// Where the committed file of a partition is.
    public Path locate(WarehouseDirectory directory, Partition partition) {
        String place = partition.file();
        String elsewhere = staged.get(place);
        if (elsewhere == null) {
            return directory.resolve(place);
        }
        Path stagedFile = directory.resolve(elsewhere);
        return Files.exists(stagedFile) ? stagedFile : directory.resolve(place);
    }
}
