package dev.spartanlake.storage;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /// The directories whose lock this process has. The operating system would take a process's lock back as soon
    /// as a second attempt of the same process closed the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final LockedFiles.Lease lease;

    private WriterLock(Path directory, FileChannel channel, LockedFiles.Lease lease) {
        this.directory = directory;
        this.channel = channel;
        this.lease = lease;
    }

    /// Takes the lock of a warehouse.
    ///
    /// @param command what the lock is taken for, shown to others
    /// @param patience how long to wait for another writer; zero to give up at once
    /// @param whileWaiting is called several times a second, and ends the waiting by what it throws
    /// @throws WarehouseException with [ErrorCode#WRITER_LOCKED] when another writer still holds it after that
    ///     time; the message says who, since when and for which command
    public static WriterLock acquire(Path warehouse, String command, Duration patience, Runnable whileWaiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Path directory = warehouse.toRealPath();
            for (Optional<WriterLock> lock = attempt(directory); ; lock = attempt(directory)) {
                if (lock.isPresent()) {
                    return lock.get().ownedBy(command);
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw held(warehouse);
                }
                whileWaiting.run();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException failed) {
            throw unusable(warehouse, failed);
        }
    }

    private static Optional<WriterLock> attempt(Path directory) throws IOException {
        if (!HELD.add(directory)) {
            return Optional.empty();
        }
        Optional<WriterLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(lock(directory));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(directory);
            }
        }
    }

    private static @Nullable WriterLock lock(Path directory) throws IOException {
        Path file = directory.resolve(LOCK_FILE);
        FileChannel channel = LockedFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable WriterLock lock = null;
        try {
            if (channel.tryLock() != null) {
                lock = new WriterLock(directory, channel, LockedFiles.lease(file));
            }
            return lock;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private WriterLock ownedBy(String command) throws IOException {
        try {
            String owner = "process " + ProcessHandle.current().pid() + " since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " for: " + command;
            // By itself: what a link of this name points to is somebody else's.
            Path file = directory.resolve(OWNER_FILE);
            Files.deleteIfExists(file);
            Files.writeString(file, owner, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return this;
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void close() {
        try (lease) {
            channel.close();
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(directory),
                    "cannot release the writer lock of " + directory + ": " + failed.getMessage(),
                    failed);
        } finally {
            HELD.remove(directory);
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
                "cannot lock the warehouse " + warehouse + ": "
                        + DiskReason.of(cause).sentence(),
                cause);
    }
}
