package dev.spartanlake.commit;

import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The files a commit writes and deletes.
final class StagedChanges {

    private final FileStore files;
    private final long commitId;
    private final Map<Partition, PartitionWrite> expected = new HashMap<>();
    private final Map<Partition, Path> staged = new HashMap<>();
    private final List<DataFile> written = new ArrayList<>();
    private final Set<Partition> emptied = new TreeSet<>();

    StagedChanges(FileStore files, long commitId) {
        this.files = files;
        this.commitId = commitId;
    }

    /// Says that a partition is being written.
    void expect(PartitionWrite write) {
        expected.put(write.partition(), write);
    }

    /// Takes in a file that was written and read back. A file without rows, or with the rows the partition had
    /// before, is deleted again: it is no change of its partition's.
    void add(StagedFile file) {
        PartitionWrite write = expected.get(file.partition());
        boolean isListed = write != null && write.listed() != null;
        if (file.rowCount() == 0) {
            files.delete(file.file());
            if (isListed) {
                emptied.add(file.partition());
            }
            return;
        }
        Fingerprint fingerprint = files.fingerprint(file.file());
        if (write != null && write.isUnchangedBy(fingerprint)) {
            files.delete(file.file());
            return;
        }
        staged.put(file.partition(), file.file());
        written.add(new DataFile(
                file.partition(), file.rowCount(), file.minStartTime(), file.maxStartTime(), fingerprint, commitId));
    }

    /// The files that were staged.
    Collection<Path> staged() {
        return staged.values();
    }

    /// What the catalog says of them from now on.
    List<DataFile> written() {
        return written;
    }

    /// The partitions that have no rows any more.
    Set<Partition> emptied() {
        return emptied;
    }

    /// How many partitions change.
    int size() {
        return staged.size() + emptied.size();
    }

    /// What is to be done in the tree.
    List<Commits.FileChange> fileChanges(WarehouseDirectory directory) {
        List<Commits.FileChange> changes = emptied.stream()
                .map(partition -> new Commits.FileChange(partition.file(), null))
                .collect(Collectors.toCollection(ArrayList::new));
        staged.forEach(
                (partition, file) -> changes.add(new Commits.FileChange(partition.file(), directory.relative(file))));
        return changes;
    }
}
