package dev.spartanlake.catalog;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.LockedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The file of the metadata database, opened, with the lease that keeps SQLite's locks on it.
///
/// **Lifecycle**: whoever opens it closes it.
final class DatabaseFile implements AutoCloseable {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<SQLiteErrorCode> SENSELESS =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);

    private final Connection connection;
    private final Path path;
    private final LockedFiles.Lease lease;
    private final @Nullable Object identity;

    private DatabaseFile(Connection connection, Path path, LockedFiles.Lease lease) {
        this.connection = connection;
        this.path = path;
        this.lease = lease;
        identity = identity(path);
    }

    /// Opens it for reading and writing, making it where there is none.
    static DatabaseFile openForWriting(Path path) {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return connect(path, "", config);
    }

    /// Opens an existing one for reading only.
    static DatabaseFile openForReading(Path path) {
        if (isOnUnchangingDisk(path)) {
            return openUnchanging(path);
        }
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return connect(path, "", config);
    }

    /// Opens one that nobody writes to, such as a copy, and leaves no trace beside it.
    static DatabaseFile openUnchanging(Path path) {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return connect(path, "?immutable=1", config);
    }

    /// Whether nobody can be writing: SQLite would want to write beside the file even to read it. A log that was
    /// left there still has to be read, which needs a place to write.
    private static boolean isOnUnchangingDisk(Path path) {
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "no file is a root");
        return !Files.isWritable(directory)
                && path.resolveSibling(path.getFileName() + "-wal").toFile().length() == 0;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        return config;
    }

    private static DatabaseFile connect(Path path, String options, SQLiteConfig config) {
        LockedFiles.Lease lease = lease(path);
        try {
            // As a URI the name is encoded, so that no character of a directory's name is taken for an option.
            String uri = "jdbc:sqlite:" + path.toAbsolutePath().toUri() + options;
            return new DatabaseFile(config.createConnection(uri), path, lease);
        } catch (SQLException failed) {
            WarehouseException refused = failure(path, "opening it", failed);
            end(lease, refused);
            throw refused;
        }
    }

    private static LockedFiles.Lease lease(Path path) {
        try {
            return LockedFiles.lease(path);
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(path),
                    "cannot open " + path + ": " + failed + "; check that its directory can be read",
                    failed);
        }
    }

    private static void end(LockedFiles.Lease lease, WarehouseException cause) {
        try {
            lease.close();
        } catch (IOException failed) {
            cause.addSuppressed(failed);
        }
    }

    /// The connection, which is closed with the file.
    Connection connection() {
        return connection;
    }

    /// Where it is.
    Path path() {
        return path;
    }

    /// Whether the file that was opened is still the one of its name.
    boolean isInPlace() {
        return Objects.equals(identity, identity(path));
    }

    /// What tells a file from others of the same name; null where the platform has nothing, or there is no file.
    private static @Nullable Object identity(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException missing) {
            return null;
        }
    }

    /// What SQLite refused, as the library says it.
    ///
    /// @param doing what was being done; of a statement the first line is shown
    WarehouseException failure(String doing, SQLException cause) {
        return failure(path, doing, cause);
    }

    private static WarehouseException failure(Path path, String doing, SQLException cause) {
        if (cause instanceof SQLiteException refusal && SENSELESS.contains(refusal.getResultCode())) {
            return new WarehouseException(
                    ErrorCode.DAMAGED,
                    Location.of(path),
                    "the metadata database " + path + " is damaged: " + cause.getMessage()
                            + "; mend it with: spartanlake repair --warehouse "
                            + path.toAbsolutePath().getParent(),
                    cause);
        }
        if (isForWantOfRoom(cause)) {
            return new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(path),
                    "the disk has no room left for the metadata database " + path
                            + "; make room, then run the command again",
                    cause);
        }
        return new WarehouseException(
                ErrorCode.CATALOG,
                Location.of(path),
                "the metadata database " + path + " failed: " + cause.getMessage() + " (while running: "
                        + doing.lines().findFirst().orElse("") + ")",
                cause);
    }

    /// Whether SQLite refused something because the disk is full.
    static boolean isForWantOfRoom(SQLException cause) {
        return cause instanceof SQLiteException refusal && refusal.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    @Override
    public void close() {
        try {
            connection.close();
            lease.close();
        } catch (SQLException failed) {
            WarehouseException refused = failure("closing it", failed);
            end(lease, refused);
            throw refused;
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE, Location.of(path), "cannot close " + path + ": " + failed.getMessage(), failed);
        }
    }
}
