package dev.spartanlake.duck;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/// A connection to an in-memory DuckDB instance for the library's own statements.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it.
public final class Engine implements AutoCloseable {

    /// How the engine begins to tell of what the operating system refused.
    private static final String DISK_REFUSED = "IO Error";

    /// What DuckDB says of a file that is gone, or of which a part cannot be read.
    private static final List<String> UNREADABLE =
            List.of("No files found that match the pattern", "No such file or directory", "Could not read");

    private final DuckDBConnection connection;
    private final EngineSettings settings;

    private Engine(DuckDBConnection connection, EngineSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /// Starts an instance.
    ///
    /// @throws WarehouseException when the native library cannot be loaded or a setting is refused
    public static Engine open(EngineSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", settings.memoryBytes() + "B");
        properties.setProperty("temp_directory", settings.temporaryDirectory().toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        try {
            return connected(
                    DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class), settings);
        } catch (SQLException failed) {
            throw failure("starting the query engine", failed);
        }
    }

    private static Engine connected(DuckDBConnection connection, EngineSettings settings) {
        Engine engine = new Engine(connection, settings);
        engine.execute("SET TimeZone = 'UTC'");
        return engine;
    }

    /// Another connection to the same instance, for another thread. It sees the same tables; the instance
    /// lives until the last connection is closed.
    public Engine another() {
        try {
            return connected(connection.duplicate(), settings);
        } catch (SQLException failed) {
            throw failure("connecting to the query engine once more", failed);
        }
    }

    /// Runs a statement for its effect.
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw failure(sql, failed);
        }
    }

    /// Runs a query and turns each row into a value, in the order of the query.
    public <T> List<T> query(String sql, RowMapper<T> mapper) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(mapper.map(rows));
            }
            return values;
        } catch (SQLException failed) {
            throw failure(sql, failed);
        }
    }

    /// How many threads the instance works with.
    public int threads() {
        return settings.threads();
    }

    /// Lets each statement of the instance be worked on by so many threads, the one that runs it included.
    public void useThreads(int number) {
        execute("SET threads = " + number);
    }

    /// Lets the engine do without a step of its planning, on all connections.
    ///
    /// @param optimizer its name in `duckdb_optimizers()`
    public void leaveOut(String optimizer) {
        execute("SET GLOBAL disabled_optimizers = " + literal(optimizer));
    }

    /// How much memory outside the Java heap the instance may use.
    public long memoryBytes() {
        return settings.memoryBytes();
    }

    /// The connection, for registering functions.
    DuckDBConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw failure("closing the query engine", failed);
        }
    }

    /// A moment as `epoch_us` gives it.
    public static Instant moment(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    /// A text as an SQL literal.
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A list of texts as an SQL list literal.
    public static String literals(Collection<String> texts) {
        return texts.stream().map(Engine::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /// DuckDB takes every path for a pattern; a bracket around a special character makes it an ordinary one.
    private static String pattern(Path file) {
        return file.toString().replaceAll("[*?\\[]", "[$0]");
    }

    /// A list of files as an SQL list literal.
    public static String paths(Collection<Path> files) {
        return literals(files.stream().map(Engine::pattern).toList());
    }

    /// The table function that reads exactly these files, without looking at their directories' names.
    ///
    /// @param options further arguments of the function, such as `filename = true`
    public static String parquet(Collection<Path> files, String... options) {
        String further = Stream.of(options).map(option -> ", " + option).collect(Collectors.joining());
        return "read_parquet(" + paths(files) + ", hive_partitioning = false" + further + ")";
    }

    static WarehouseException failure(String doing, SQLException cause) {
        String shown = doing.length() > 200 ? doing.substring(0, 200) + "…" : doing;
        String message = String.valueOf(cause.getMessage());
        if (message.contains(DISK_REFUSED)) {
            String reason = EngineMessage.sentence(message);
            return UNREADABLE.stream().anyMatch(message::contains) ? unreadable(reason, cause) : refused(reason, cause);
        }
        return failure(
                ErrorCode.ENGINE,
                "the query engine failed: " + cause.getMessage() + " (while running: " + shown + ")",
                cause);
    }

    private static WarehouseException unreadable(String reason, SQLException cause) {
        return failure(
                ErrorCode.DAMAGED,
                "a file cannot be read: " + reason + "; look for damage with: spartanlake verify",
                cause);
    }

    private static WarehouseException refused(String reason, SQLException cause) {
        return failure(
                ErrorCode.STORAGE,
                "the disk refused: " + reason + "; check that it has room and that the directory may be written to",
                cause);
    }

    private static WarehouseException failure(ErrorCode code, String message, SQLException cause) {
        return new WarehouseException(code, Location.nowhere(), message, cause);
    }

    /// Whether the files that were to be read are the reason of a failure: gone, cut off, or not what DuckDB takes.
    public static boolean isAboutFiles(WarehouseException failure) {
        return failure.code() == ErrorCode.ENGINE || failure.code() == ErrorCode.DAMAGED;
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
