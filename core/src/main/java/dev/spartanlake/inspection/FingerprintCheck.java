package dev.spartanlake.inspection;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import java.nio.file.Path;
import java.util.Optional;

/// Compares files with the fingerprints the catalog has of them.
public final class FingerprintCheck {

    private final FileStore files;

    /// Compares files of a disk.
    public FingerprintCheck(FileStore files) {
        this.files = files;
    }

    /// Whether a file is what was committed. One that cannot be read is not.
    ///
    /// @param path where it is
    public boolean isIntact(Path path, DataFile file) {
        return difference(path, file).isEmpty();
    }

    /// Refuses a file that is not what was committed.
    ///
    /// @param path where the file is
    /// @param consequence what damage means and what to do, for the message
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when the file is not what was committed
    public void require(Path path, DataFile file, String consequence) {
        difference(path, file).ifPresent(found -> {
            throw damage(path, file, found, consequence);
        });
    }

    /// What is wrong with a file.
    ///
    /// @param path where it is
    /// @param consequence what that means and what to do, for the message
    public WarehouseException damage(Path path, DataFile file, String consequence) {
        return damage(path, file, found(path), consequence);
    }

    private static WarehouseException damage(Path path, DataFile file, String found, String consequence) {
        Partition partition = file.partition();
        return new WarehouseException(
                ErrorCode.DAMAGED,
                new Location(partition.table(), partition.path(), path),
                "the file " + path + " is not what was committed: expected " + describe(file.fingerprint()) + ", found "
                        + found + "; " + consequence);
    }

    /// What is there instead; empty when it is what was committed.
    private Optional<String> difference(Path path, DataFile file) {
        String found = found(path);
        return found.equals(describe(file.fingerprint())) ? Optional.empty() : Optional.of(found);
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
