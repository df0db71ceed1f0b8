package dev.spartanlake.storage;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The right to write to a warehouse, which one process at a time has.
///
/// The operating system takes it back when the process ends, however it ends, so it never has to be broken.
public final class WriterLock implements AutoCloseable {

    private static final String LOCK_FILE = ".lock";

    /// Beside the lock, because a locked file cannot be read by others on Windows.
    private static final String OWNER_FILE = ".lock.owner";

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock of a warehouse.
    ///
    /// @param command what the lock is taken for, shown to others
    /// @param patience how long to wait for another writer; zero to give up at once
    /// @throws WarehouseException with [ErrorCode#WRITER_LOCKED] when another writer still holds it after that
    ///     time; the message says who, since when and for which command
    public static WriterLock acquire(Path warehouse, String command, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        FileChannel channel = openChannel(warehouse);
        try {
            while (tryLock(channel) == null) {
                if (System.nanoTime() - deadline >= 0) {
                    channel.close();
                    throw held(warehouse);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            String owner = "process " + ProcessHandle.current().pid() + " since " + Instant.now() + " for: " + command;
            Files.writeString(warehouse.resolve(OWNER_FILE), owner);
            return new WriterLock(channel);
        } catch (IOException failed) {
            throw unusable(warehouse, failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.nowhere(),
                    "cannot release the writer lock: " + failed.getMessage(),
                    failed);
        }
    }

    private static FileChannel openChannel(Path warehouse) {
        try {
            return FileChannel.open(warehouse.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw unusable(warehouse, failed);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static WarehouseException held(Path warehouse) {
        return new WarehouseException(
                ErrorCode.WRITER_LOCKED,
                Location.of(warehouse),
                "the warehouse " + warehouse + " is being written to by " + owner(warehouse)
                        + "; wait for it to end, or give a time to wait with --wait");
    }

    private static String owner(Path warehouse) {
        try {
            return Files.readString(warehouse.resolve(OWNER_FILE), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static WarehouseException unusable(Path warehouse, IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(warehouse),
                "cannot lock the warehouse " + warehouse + ": " + cause
                        + "; check that the directory may be written to",
                cause);
    }
}
