package dev.spartanlake.catalog;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One connection to the metadata database.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it. **Errors**: every method throws
/// [WarehouseException] with [ErrorCode#CATALOG] when SQLite refuses, or with [ErrorCode#DAMAGED] when the file
/// makes no sense to it.
public final class Database implements AutoCloseable {

    /// The writer decides when the log goes into the file: what is in it has to be copied before.
    private static final String KEEP_LOG = "PRAGMA wal_autocheckpoint = 0";

    private final DatabaseFile file;
    private final Connection connection;

    private Database(DatabaseFile file) {
        this.file = file;
        connection = file.connection();
    }

    /// Opens the database for reading and writing, making it where there is none.
    static Database openForWriting(Path file) {
        return new Database(DatabaseFile.openForWriting(file)).prepared(KEEP_LOG);
    }

    /// Opens an existing database for reading only.
    static Database openForReading(Path file) {
        return new Database(DatabaseFile.openForReading(file)).prepared("");
    }

    /// Opens a database file that nobody writes to, such as a copy, and leaves no trace beside it.
    static Database openUnchanging(Path file) {
        return new Database(DatabaseFile.openUnchanging(file)).prepared("");
    }

    private Database prepared(String further) {
        try {
            script("PRAGMA trusted_schema = OFF");
            if (!further.isEmpty()) {
                first(further, row -> row.getInt(1));
            }
            return this;
        } catch (WarehouseException failed) {
            close();
            throw failed;
        }
    }

    /// Whether the file that was opened is still the one of its name. A repair may put another one there.
    public boolean isInPlace() {
        return file.isInPlace();
    }

    /// Runs a query and turns each row into a value.
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(mapper.map(rows));
            }
            return values;
        } catch (SQLException failed) {
            throw file.failure(sql, failed);
        }
    }

    /// The first row of a query as a value; empty when there is none.
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        List<T> values = query(sql, mapper, parameters);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// The first column of the first row as a number; 0 when there is no row or it is null.
    public long number(String sql, @Nullable Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /// Runs a statement for its effect.
    ///
    /// @return how many rows it changed
    public int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw file.failure(sql, failed);
        }
    }

    /// Runs one statement for each row of parameters.
    public void updateAll(String sql, List<Parameters> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Parameters row : rows) {
                bind(statement, row.values());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw file.failure(sql, failed);
        }
    }

    /// Runs a script of several statements.
    void script(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw file.failure("a script", failed);
        }
    }

    /// Moves what was committed from the write-ahead log into the database's file, without waiting for anybody.
    ///
    /// @return whether the file holds everything now; it does not while a reader needs an earlier state
    public boolean checkpoint() {
        return first("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getInt(1) == 0 && row.getInt(2) == row.getInt(3))
                .orElse(false);
    }

    /// How many pages are in the write-ahead log that were committed, whether they are in the database's file by now
    /// or not. A page that was committed twice counts twice.
    public int logFrames() {
        return first("PRAGMA wal_checkpoint(NOOP)", row -> row.getInt(2)).orElse(0);
    }

    /// How far the write-ahead log has come.
    public WriteAheadLog.Position logPosition() {
        try {
            return WriteAheadLog.position(logFile(), logFrames());
        } catch (IOException failed) {
            throw unreadableLog(failed);
        }
    }

    /// The pages that were committed to the write-ahead log since a position; empty when it does not hold them all.
    ///
    /// @param since a position at which everything in the log was in the database's file
    public Optional<WriteAheadLog> committedPages(WriteAheadLog.Position since) {
        try {
            return WriteAheadLog.open(logFile(), logFrames(), since);
        } catch (IOException failed) {
            throw unreadableLog(failed);
        }
    }

    private Path logFile() {
        return file.path().resolveSibling(file.path().getFileName() + "-wal");
    }

    private WarehouseException unreadableLog(IOException failed) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(logFile()),
                "cannot read " + logFile() + ": " + failed.getMessage(),
                failed);
    }

    /// Writes the whole database anew, so that nothing of deleted rows is left in it. Not within a transaction.
    ///
    /// @return whether nothing is left in the write-ahead log either; something is while a reader needs an
    ///     earlier state
    public boolean rewrite() {
        update("VACUUM");
        return first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) == 0)
                .orElse(false);
    }

    /// Whether the database's file can be read and makes sense.
    public boolean isSound() {
        try {
            return query("PRAGMA quick_check(1)", row -> row.getString(1)).equals(List.of("ok"));
        } catch (WarehouseException unreadable) {
            if (unreadable.code() == ErrorCode.DAMAGED) {
                return false;
            }
            throw unreadable;
        }
    }

    /// Writes a copy of the whole database, as it is at one moment, to a new file. Not within a transaction.
    public void copyTo(Path target) {
        try {
            update("VACUUM INTO ?", target.toString());
        } catch (WarehouseException failed) {
            throw new WarehouseException(
                    failed.code(),
                    Location.of(target),
                    "cannot copy the metadata database to " + target + ": " + failed.getMessage(),
                    failed);
        }
    }

    /// Makes the tables of another database's file readable under a name. Not within a transaction.
    void attach(Path other, String name) {
        // As a URI, for the same reason as the database itself; nothing is written there.
        update("ATTACH ? AS " + name, other.toAbsolutePath().toUri() + "?mode=ro");
    }

    /// Ends what [#attach] began.
    void detach(String name) {
        script("DETACH " + name);
    }

    /// Does work, finds out how many rows it changes, and takes it back.
    long rehearse(Runnable work) {
        return takenBack(() -> {
            long before = number("SELECT total_changes()");
            work.run();
            return number("SELECT total_changes()") - before;
        });
    }

    /// Does work whose changes become visible and durable together, or not at all.
    ///
    /// @throws WarehouseException with [ErrorCode#COMMIT_UNKNOWN] when SQLite cannot say whether the
    ///     transaction was committed
    public void inTransaction(Runnable work) {
        begin();
        try {
            work.run();
        } catch (RuntimeException failed) {
            rollBack(failed);
            throw failed;
        }
        commit();
    }

    /// Does reading that sees one state of the database throughout. Not within a transaction.
    ///
    /// @param <T> what was read
    public <T> T inRead(Supplier<T> work) {
        return takenBack(() -> {
            // SQLite takes its snapshot with the first read.
            number("SELECT count(*) FROM sqlite_schema");
            return work.get();
        });
    }

    private <T> T takenBack(Supplier<T> work) {
        begin();
        T value;
        try {
            value = work.get();
        } catch (RuntimeException failed) {
            rollBack(failed);
            throw failed;
        }
        endRead();
        return value;
    }

    private void endRead() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw file.failure("ending a read", failed);
        }
    }

    private void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException failed) {
            WarehouseException refused = file.failure("beginning a transaction", failed);
            endTransaction(refused);
            throw refused;
        }
    }

    private void commit() {
        try {
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            if (DatabaseFile.isForWantOfRoom(failed)) {
                // SQLite says so while it writes the log; what was not written whole was not committed.
                WarehouseException full = file.failure("committing", failed);
                rollBack(full);
                throw full;
            }
            WarehouseException unknown = new WarehouseException(
                    ErrorCode.COMMIT_UNKNOWN,
                    Location.of(file.path()),
                    "the disk did not say whether the commit to " + file.path() + " succeeded: " + failed.getMessage()
                            + "; nothing was cleaned up, and opening the warehouse again settles it",
                    failed);
            rollBack(unknown);
            throw unknown;
        }
    }

    private void rollBack(RuntimeException cause) {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            // SQLite has rolled back by itself, as it does when the disk is full.
            cause.addSuppressed(failed);
        }
        endTransaction(cause);
    }

    /// The driver believes in a transaction until it is told otherwise; statements would then each stand alone.
    private void endTransaction(RuntimeException cause) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            cause.addSuppressed(failed);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, Arrays.asList(parameters));
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    @Override
    public void close() {
        file.close();
    }

    /// The parameters of one run of a statement.
    ///
    /// @param values the values in their order; null is SQL's null
    public record Parameters(List<@Nullable Object> values) {

        /// Parameters in their order.
        public static Parameters of(@Nullable Object... values) {
            return new Parameters(Arrays.asList(values));
        }
    }

    /// Turns the current row of a result into a value.
    ///
    /// @param <T> the value
    @FunctionalInterface
    public interface RowMapper<T> {

        /// Reads the current row; does not move to another.
        T map(ResultSet row) throws SQLException;
    }
}
