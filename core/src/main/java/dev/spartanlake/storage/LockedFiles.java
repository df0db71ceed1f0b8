package dev.spartanlake.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The files on which a library holds locks in this process, and a way to read them meanwhile.
///
/// On POSIX systems a process gives up all its locks on a file as soon as it closes any descriptor of it. If
/// that happened to SQLite, another process would take the database for unused and clear its log away under
/// the connections that are left here. So what was opened to read such a file is closed together with its last
/// connection.
///
/// **Threads**: safe.
public final class LockedFiles {

    private static final Map<Key, Users> USERS = new HashMap<>();

    private LockedFiles() {}

    /// Says that locks on a file are held until the lease is closed. The file need not exist yet, its directory
    /// must.
    public static Lease lease(Path file) throws IOException {
        Key key = Key.of(file);
        synchronized (USERS) {
            USERS.computeIfAbsent(key, _ -> new Users()).leases++;
        }
        return new Lease(key);
    }

    /// Opens a file, locked or not, for reading. What is no file is refused: opening a pipe waits until somebody writes
    /// to it, and a device has no end.
    public static Reading read(Path file) throws IOException {
        requireFile(file);
        Key key = Key.of(file);
        return new Reading(key, FileChannel.open(file, StandardOpenOption.READ));
    }

    /// Opens the file of a lock, which may not be there yet. What is there and no file is refused.
    static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            requireFile(file);
        }
        return FileChannel.open(file, options);
    }

    /// Refuses directories, pipes, devices, and links to them.
    static void requireFile(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "no regular file");
        }
    }

    private static void close(Key key, FileChannel channel) throws IOException {
        synchronized (USERS) {
            @Nullable Users users = USERS.get(key);
            if (users != null) {
                users.waiting.add(channel);
            } else {
                // Before anybody else can take a lock.
                channel.close();
            }
        }
    }

    private static void end(Key key) throws IOException {
        synchronized (USERS) {
            Users users = Objects.requireNonNull(USERS.get(key), "every lease has its users");
            users.leases--;
            if (users.leases == 0) {
                USERS.remove(key);
                for (FileChannel channel : users.waiting) {
                    channel.close();
                }
            }
        }
    }

    /// Locks are held as long as this is open.
    public static final class Lease implements AutoCloseable {

        private final Key key;
        private boolean ended;

        private Lease(Key key) {
            this.key = key;
        }

        /// Ends the lease, after the locks were given up. Closing twice is allowed.
        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                end(key);
            }
        }
    }

    /// A file that is being read.
    public static final class Reading implements AutoCloseable {

        private final Key key;
        private final FileChannel channel;

        private Reading(Key key, FileChannel channel) {
            this.key = key;
            this.channel = channel;
        }

        /// The channel; not to be closed by itself.
        public FileChannel channel() {
            return channel;
        }

        @Override
        public void close() throws IOException {
            LockedFiles.close(key, channel);
        }
    }

    private static final class Users {
        private int leases;
        private final List<FileChannel> waiting = new ArrayList<>();
    }

    /// A file, under whatever path its directory is reached.
    record Key(Object directory, String name) {

        static Key of(Path file) throws IOException {
            Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no file is a root");
            @Nullable
            Object identity =
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
            return new Key(
                    identity == null ? directory.toRealPath() : identity,
                    file.getFileName().toString());
        }
    }
}
