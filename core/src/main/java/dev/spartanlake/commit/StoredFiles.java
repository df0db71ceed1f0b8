package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// The committed files whose rows a change uses. Each is compared with its fingerprint first: the engine reads
/// most flipped bits without noticing, and what it read would be committed again as good.
final class StoredFiles {

    private final WarehouseDirectory directory;
    private final FileStore files;

    StoredFiles(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        this.files = files;
    }

    /// Where the files are.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when one is missing or not what was committed
    List<Path> checked(Collection<DataFile> stored) {
        return stored.stream().map(this::checked).toList();
    }

    private Path checked(DataFile file) {
        Partition partition = file.partition();
        Path path = directory.resolve(partition.file());
        if (!files.exists(path)) {
            throw damaged(partition, path, "a file of " + file.fingerprint().sizeBytes() + " bytes", "none");
        }
        Fingerprint found = files.fingerprint(path);
        if (!found.equals(file.fingerprint())) {
            throw damaged(partition, path, describe(file.fingerprint()), describe(found));
        }
        return path;
    }

    private static String describe(Fingerprint content) {
        return content.sizeBytes() + " bytes with SHA-256 " + content.sha256();
    }

    private static WarehouseException damaged(Partition partition, Path path, String expected, String found) {
        return new WarehouseException(
                ErrorCode.DAMAGED,
                new Location(partition.table(), partition.path(), path),
                "the file " + path + " is not what was committed: expected " + expected + ", found " + found
                        + "; nothing was changed, mend it with: spartanlake repair");
    }
}
