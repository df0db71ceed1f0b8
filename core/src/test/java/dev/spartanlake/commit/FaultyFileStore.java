package dev.spartanlake.commit;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.LocalFileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The local disk up to an operation, and a disk that fails from then on, or once, in one of several ways.
///
/// **Threads**: one at a time.
public final class FaultyFileStore implements FileStore {

    private final FileStore disk = new LocalFileStore();
    private final Fault fault;
    private int operationsLeft;
    private boolean refused;

    /// Works for this many operations of the kind that can fail.
    public FaultyFileStore(int operations, Fault fault) {
        operationsLeft = operations;
        this.fault = fault;
    }

    /// A disk that fails nowhere.
    public static FaultyFileStore sound() {
        return new FaultyFileStore(Integer.MAX_VALUE, Fault.GONE);
    }

    /// Whether an operation was refused.
    public boolean hasRefused() {
        return refused;
    }

    /// How a disk fails.
    public enum Fault {
        /// Nothing that changes the disk works any more.
        GONE,
        /// One operation that changes the disk fails, and all others work.
        ONCE,
        /// What needs room fails, after half of it was written; what makes room works.
        FULL,
        /// One file or directory cannot be made durable, and its content is not what was written.
        UNFORCED
    }

    private enum Need {
        ROOM,
        NO_ROOM,
        DURABILITY
    }

    private void spend(Need need, Path path) {
        boolean concerns = switch (fault) {
            case GONE, ONCE -> true;
            case FULL -> need == Need.ROOM;
            case UNFORCED -> need == Need.DURABILITY;
        };
        boolean isOver = refused && (fault == Fault.ONCE || fault == Fault.UNFORCED);
        if (!concerns || isOver) {
            return;
        }
        operationsLeft--;
        if (operationsLeft < 0) {
            refused = true;
            throw new WarehouseException(ErrorCode.STORAGE, Location.of(path), "the disk refuses " + path);
        }
    }

    /// Leaves the first half of a file.
    private static void halve(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void spendRoom(Path target, Runnable work) {
        try {
            spend(Need.ROOM, target);
        } catch (WarehouseException refusal) {
            if (fault == Fault.FULL) {
                work.run();
                halve(target);
            }
            throw refusal;
        }
        work.run();
    }

    @Override
    public void createDirectories(Path directory) {
        spend(Need.ROOM, directory);
        disk.createDirectories(directory);
    }

    @Override
    public void force(Path file) {
        try {
            spend(Need.DURABILITY, file);
        } catch (WarehouseException refusal) {
            if (fault == Fault.UNFORCED) {
                halve(file);
            }
            throw refusal;
        }
        disk.force(file);
    }

    @Override
    public void forceDirectory(Path directory) {
        spend(Need.DURABILITY, directory);
        disk.forceDirectory(directory);
    }

    @Override
    public void replace(Path source, Path target) {
        spend(Need.NO_ROOM, target);
        disk.replace(source, target);
    }

    @Override
    public void write(Path file, byte[] content) {
        spendRoom(file, () -> disk.write(file, content));
    }

    @Override
    public void write(Path file, Content content) {
        spendRoom(file, () -> disk.write(file, content));
    }

    @Override
    public void append(Path file, long end, ByteBuffer content) {
        spendRoom(file, () -> disk.append(file, end, content));
    }

    @Override
    public Fingerprint copy(Path source, Path target) {
        spendRoom(target, () -> disk.copy(source, target));
        return disk.fingerprint(target);
    }

    @Override
    public void linkOrCopy(Path source, Path target) {
        spend(Need.ROOM, target);
        disk.linkOrCopy(source, target);
    }

    @Override
    public void delete(Path file) {
        spend(Need.NO_ROOM, file);
        disk.delete(file);
    }

    @Override
    public void deleteTree(Path directory) {
        spend(Need.NO_ROOM, directory);
        disk.deleteTree(directory);
    }

    @Override
    public void deleteEmptyDirectories(Path deepest, Path below) {
        spend(Need.NO_ROOM, deepest);
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
