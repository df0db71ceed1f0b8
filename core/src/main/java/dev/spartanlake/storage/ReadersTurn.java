package dev.spartanlake.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What a reader takes whom one commit after the other has overtaken: the next commit waits a moment for it.
///
/// A reader begins anew when a commit happens meanwhile, and a writer of many small commits on a busy machine
/// would keep it from ever coming to an end. Writers wait for a limited time only, so a reader that hangs stops
/// nobody; and the operating system takes the turn back when the reader's process ends, however it ends.
///
/// **Threads**: safe; several readers may have their turn at once, each with an object of its own. **Lifecycle**:
/// whoever makes one closes it, whether or not it was taken.
public final class ReadersTurn implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ReadersTurn.class.getName());

    private static final String LOCK_FILE = ".lock.readers";

    private static final Duration PAUSE = Duration.ofMillis(5);

    /// The locked files of this process. What opens or closes such a file is synchronized on this, as closing one gives
    /// up every lock that the process has on it.
    private static final Map<LockedFiles.Key, Shared> TAKEN = new HashMap<>();

    private final Path file;
    private LockedFiles.@Nullable Key taken;

    /// A turn that is not taken yet.
    ///
    /// @param warehouse the directory
    public ReadersTurn(Path warehouse) {
        file = warehouse.resolve(LOCK_FILE);
    }

    /// Takes the turn where that is possible and not done yet. It is not possible in a directory in which
    /// nothing can be written, nor in the instant in which a writer looks.
    public void take() {
        synchronized (TAKEN) {
            if (taken != null) {
                return;
            }
            try {
                LockedFiles.Key key = LockedFiles.Key.of(file);
                Shared shared = TAKEN.get(key);
                if (shared == null) {
                    shared = locked();
                }
                if (shared != null) {
                    shared.readers++;
                    TAKEN.put(key, shared);
                    taken = key;
                }
            } catch (IOException unusable) {
                LOG.log(System.Logger.Level.DEBUG, "writers cannot be asked to wait with " + file, unusable);
            }
        }
    }

    private @Nullable Shared locked() throws IOException {
        FileChannel channel =
                LockedFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean isLocked = false;
        try {
            isLocked = channel.tryLock(0, Long.MAX_VALUE, true) != null;
            return isLocked ? new Shared(channel) : null;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    /// Waits until no reader has its turn. Those who take it later have to wait for the commit.
    ///
    /// @param warehouse the directory
    /// @param patience how long to wait at most
    /// @param whileWaiting is called many times a second, and ends the waiting by what it throws
    public static void await(Path warehouse, Duration patience, Runnable whileWaiting) {
        Path file = warehouse.resolve(LOCK_FILE);
        long start = System.nanoTime();
        while (isTaken(file) && System.nanoTime() - start < patience.toNanos()) {
            whileWaiting.run();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isTaken(Path file) {
        synchronized (TAKEN) {
            try {
                // Where nobody ever took a turn there is no such file.
                return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        && (TAKEN.containsKey(LockedFiles.Key.of(file)) || isTakenElsewhere(file));
            } catch (IOException unusable) {
                LOG.log(System.Logger.Level.DEBUG, "no reader can ask to wait with " + file, unusable);
                return false;
            }
        }
    }

    private static boolean isTakenElsewhere(Path file) throws IOException {
        try (FileChannel channel = LockedFiles.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    @Override
    public void close() {
        synchronized (TAKEN) {
            if (taken != null) {
                Shared shared = Objects.requireNonNull(TAKEN.get(taken), "what is taken is shared");
                shared.readers--;
                if (shared.readers == 0) {
                    TAKEN.remove(taken);
                    shared.close();
                }
                taken = null;
            }
        }
    }

    /// A locked file, and how many readers of this process have their turn by it.
    private static final class Shared {
        private final FileChannel channel;
        private int readers;

        private Shared(FileChannel channel) {
            this.channel = channel;
        }

        private void close() {
            try {
                channel.close();
            } catch (IOException failed) {
                LOG.log(System.Logger.Level.WARNING, "a lock of readers may last until this process ends", failed);
            }
        }
    }
}
