package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// An engine that holds some relations in memory and nothing else, and cannot leave it.
///
/// Between opening and [#raise] the library fills it; afterwards there are no files, no network, no extensions, no
/// settings.
final class Fence implements AutoCloseable {

    private final Connection connection;

    private Fence(Connection connection) {
        this.connection = connection;
    }

    static Fence open(Limits limits) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("allow_persistent_secrets", "false");
        properties.setProperty("memory_limit", limits.memoryBytes() + "B");
        properties.setProperty("temp_directory", "");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Fence fence = new Fence(DriverManager.getConnection("jdbc:duckdb:", properties));
            fence.execute("SET TimeZone = 'UTC'");
            fence.execute("CREATE SCHEMA meta");
            return fence;
        } catch (SQLException failed) {
            throw failure("the query engine could not be started", failed);
        }
    }

    /// Loads the needed columns of Parquet files.
    void load(Relation.ParquetFiles relation, StatementScope scope) {
        List<RelationColumn> columns = needed(relation.columns(), scope);
        createTable(relation.name(), columns);
        if (!relation.files().isEmpty()) {
            String names = columns.stream().map(RelationColumn::name).collect(Collectors.joining(", "));
            String files = relation.files().stream()
                    .map(Path::toString)
                    .map(file -> "'" + file.replace("'", "''") + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
            execute("INSERT INTO " + quoted(relation.name()) + " SELECT " + names + " FROM read_parquet(" + files
                    + ", hive_partitioning = false)");
        }
    }

    /// Loads rows of Java objects.
    void load(Relation.JavaRows relation) {
        createTable(relation.name(), relation.columns());
        try (DuckDBAppender appender = connection
                .unwrap(DuckDBConnection.class)
                .createAppender(relation.name().schema(), relation.name().name())) {
            for (List<@Nullable Object> row : relation.rows().get()) {
                appender.beginRow();
                for (Object value : row) {
                    append(appender, value);
                }
                appender.endRow();
            }
        } catch (SQLException failed) {
            throw failure("the table " + relation.name() + " could not be loaded", failed);
        }
    }

    /// Makes a relation known without its rows.
    void declare(RelationName name, List<RelationColumn> columns) {
        createTable(name, columns);
    }

    /// Creates a view over what is loaded.
    void create(Relation.View relation) {
        execute("CREATE VIEW " + quoted(relation.name()) + " AS " + relation.sql());
    }

    /// Shuts every way out. Cannot be undone.
    void raise() {
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
    }

    Connection connection() {
        return connection;
    }

    private void createTable(RelationName name, Collection<RelationColumn> columns) {
        String definitions = columns.stream()
                .map(column -> "\"" + column.name() + "\" " + column.duckDbType())
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE " + quoted(name) + " (" + definitions + ")");
    }

    /// A table has at least one column, which stands for its rows where none is named.
    private static List<RelationColumn> needed(List<RelationColumn> columns, StatementScope scope) {
        List<RelationColumn> needed = columns.stream().filter(scope::needs).toList();
        return needed.isEmpty() ? columns.subList(0, 1) : needed;
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Long number -> appender.append(number.longValue());
            case Double number -> appender.append(number.doubleValue());
            case Boolean truth -> appender.append(truth.booleanValue());
            case Instant time -> appender.append(time.atOffset(ZoneOffset.UTC));
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private static String quoted(RelationName name) {
        return "\"" + name.schema() + "\".\"" + name.name() + "\"";
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw failure("the tables of the query could not be loaded", failed);
        }
    }

    private static WarehouseException failure(String what, SQLException cause) {
        String message = EngineMessage.of(cause);
        boolean memory = message.startsWith("Out of Memory");
        return new WarehouseException(
                memory ? ErrorCode.QUERY_LIMIT : ErrorCode.ENGINE, Location.nowhere(), what + ": " + message, cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw failure("the query engine could not be closed", failed);
        }
    }
}
