package dev.spartanlake.commit;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.LocalFileStore;
import java.nio.file.Path;

/// The local disk up to an operation, and a disk that refuses everything from then on.
public final class FaultyFileStore implements FileStore {

    private final FileStore disk = new LocalFileStore();
    private int operationsLeft;

    /// Works for this many operations that change something.
    public FaultyFileStore(int operations) {
        operationsLeft = operations;
    }

    /// Whether an operation was refused.
    public boolean hasRefused() {
        return operationsLeft < 0;
    }

    private void spend(Path path) {
        if (operationsLeft-- <= 0) {
            throw new WarehouseException(ErrorCode.STORAGE, Location.of(path), "the disk refuses " + path);
        }
    }

    @Override
    public void createDirectories(Path directory) {
        spend(directory);
        disk.createDirectories(directory);
    }

    @Override
    public void force(Path file) {
        spend(file);
        disk.force(file);
    }

    @Override
    public void forceDirectory(Path directory) {
        spend(directory);
        disk.forceDirectory(directory);
    }

    @Override
    public void replace(Path source, Path target) {
        spend(target);
        disk.replace(source, target);
    }

    @Override
    public void write(Path file, byte[] content) {
        spend(file);
        disk.write(file, content);
    }

    @Override
    public void copy(Path source, Path target) {
        spend(target);
        disk.copy(source, target);
    }

    @Override
    public void linkOrCopy(Path source, Path target) {
        spend(target);
        disk.linkOrCopy(source, target);
    }

    @Override
    public void delete(Path file) {
        spend(file);
        disk.delete(file);
    }

    @Override
    public void deleteTree(Path directory) {
        spend(directory);
        disk.deleteTree(directory);
    }

    @Override
    public void deleteEmptyDirectories(Path deepest, Path below) {
        spend(deepest);
        disk.deleteEmptyDirectories(deepest, below);
    }

    @Override
    public boolean exists(Path file) {
        return disk.exists(file);
    }

    @Override
    public Fingerprint fingerprint(Path file) {
        return disk.fingerprint(file);
    }
}
