package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.inspection.FingerprintCheck;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// The committed files whose rows a change uses. Each is compared with its fingerprint first: the engine reads
/// most flipped bits without noticing, and what it read would be committed again as good.
final class StoredFiles {

    private static final String NOTHING_CHANGED = "nothing was changed, mend it with: spartanlake repair";

    private final WarehouseDirectory directory;
    private final FingerprintCheck check;

    StoredFiles(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        check = new FingerprintCheck(files);
    }

    /// Where the files are.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when one is missing or not what was committed
    List<Path> checked(Collection<DataFile> stored) {
        return stored.stream().map(this::checked).toList();
    }

    private Path checked(DataFile file) {
        Path path = directory.resolve(file.partition().file());
        check.require(path, file, NOTHING_CHANGED);
        return path;
    }
}
