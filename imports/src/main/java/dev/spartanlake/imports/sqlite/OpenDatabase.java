package dev.spartanlake.imports.sqlite;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.imports.sqlite.FileState.Access;
import dev.spartanlake.storage.DiskReason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A connection to a foreign database in one state of its files.
///
/// **Lifecycle**: whoever opens it closes it.
final class OpenDatabase implements AutoCloseable {

    private static final Set<SQLiteErrorCode> BUSY = Set.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_BUSY_RECOVERY,
            SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT,
            SQLiteErrorCode.SQLITE_LOCKED);

    private final Path file;
    private final Connection connection;
    private final boolean isLocked;
    private final boolean isUtf8;
    private final @Nullable TemporaryCopy copy;

    private OpenDatabase(
            Path file, Connection connection, boolean isLocked, boolean isUtf8, @Nullable TemporaryCopy copy) {
        this.file = file;
        this.connection = connection;
        this.isLocked = isLocked;
        this.isUtf8 = isUtf8;
        this.copy = copy;
    }

    /// Opens one.
    ///
    /// @param temporary where temporary files are
    static OpenDatabase open(Path file, FileState state, Duration patience, Path temporary) throws IOException {
        Access access = state.access(file);
        TemporaryCopy copy = access == Access.AS_COPY ? TemporaryCopy.of(file, temporary) : null;
        Path opened = copy == null ? file : copy.database();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        // As a URI the name is encoded, so that no character of it is taken for an option.
        String uri = "jdbc:sqlite:" + opened.toUri() + (access == Access.AS_UNCHANGING ? "?immutable=1" : "");
        try {
            Connection connection = config.createConnection(uri);
            try {
                boolean isUtf8 = prepare(connection);
                return new OpenDatabase(file, connection, access == Access.AS_SHARED, isUtf8, copy);
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            WarehouseException refusal = failure(file, failed);
            if (copy != null) {
                copy.deleteAfter(refusal);
            }
            throw refusal;
        }
    }

    /// Nothing the schema says is trusted to run.
    ///
    /// @return whether texts are in UTF-8
    private static boolean prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cell_size_check = ON");
            try (ResultSet encoding = statement.executeQuery("PRAGMA encoding")) {
                return encoding.getString(1).equals("UTF-8");
            }
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /// Whether SQLite's locks keep others from changing what is being read.
    boolean isLocked() {
        return isLocked;
    }

    /// Whether texts are in UTF-8.
    boolean isUtf8() {
        return isUtf8;
    }

    /// What SQLite refused, as users are told.
    static WarehouseException failure(Path file, SQLException cause) {
        if (cause instanceof SQLiteException refusal && BUSY.contains(refusal.getResultCode())) {
            return new WarehouseException(
                    ErrorCode.SOURCE_BUSY,
                    Location.of(file),
                    "cannot read " + file + ": another program has it locked; close that program and run the command"
                            + " again",
                    cause);
        }
        String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        boolean isUnfinished = message.toUpperCase(Locale.ROOT).contains("SQLITE_READONLY");
        return new WarehouseException(
                ErrorCode.SOURCE_UNREADABLE,
                Location.of(file),
                "cannot read " + file + ": " + message
                        + (isUnfinished
                                ? "; the program that made it was interrupted: start and end it once, then run the"
                                        + " command again"
                                : "; make sure that it is whole, then run the command again"),
                cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            WarehouseException refusal = failure(file, failed);
            if (copy != null) {
                copy.deleteAfter(refusal);
            }
            throw refusal;
        }
        if (copy != null) {
            delete(copy);
        }
    }

    private void delete(TemporaryCopy made) {
        try {
            made.delete();
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(made.directory()),
                    "cannot delete the copy of " + file + " in " + made.directory() + ": "
                            + DiskReason.of(failed).reason() + "; delete that directory by hand",
                    failed);
        }
    }
}
