package dev.spartanlake.backup;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import java.nio.file.Path;

/// Compares files with the fingerprints the catalog has of them.
final class FileCheck {

    private final FileStore files;

    FileCheck(FileStore files) {
        this.files = files;
    }

    /// Whether a file is what was committed. One that cannot be read is not.
    ///
    /// @param path where it is
    boolean isIntact(Path path, DataFile file) {
        return found(path).equals(describe(file.fingerprint()));
    }

    /// What is wrong with a file.
    ///
    /// @param path where it is
    /// @param consequence what that means and what to do, for the message
    WarehouseException damage(Path path, DataFile file, String consequence) {
        Partition partition = file.partition();
        return new WarehouseException(
                ErrorCode.DAMAGED,
                new Location(partition.table(), partition.path(), path),
                "the file " + path + " is not what was committed: expected " + describe(file.fingerprint()) + ", found "
                        + found(path) + "; " + consequence);
    }

    private String found(Path path) {
        if (!files.exists(path)) {
            return "none";
        }
        try {
            return describe(files.fingerprint(path));
        } catch (WarehouseException unreadable) {
            return "one that cannot be read (" + unreadable.getMessage() + ")";
        }
    }

    private static String describe(Fingerprint content) {
        return content.sizeBytes() + " bytes with SHA-256 " + content.sha256();
    }
}
