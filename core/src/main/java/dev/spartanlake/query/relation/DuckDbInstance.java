package dev.spartanlake.query.relation;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// Opens DuckDB instances that load nothing and remember nothing.
public final class DuckDbInstance {

    private static final Map<String, String> SETTINGS = Map.of(
            "autoinstall_known_extensions", "false",
            "autoload_known_extensions", "false",
            "allow_community_extensions", "false",
            "allow_persistent_secrets", "false",
            "allow_unsigned_extensions", "false",
            "temp_directory", "",
            "max_temp_directory_size", "0 bytes");

    /// By itself DuckDB makes files that its previous versions do not open.
    private static final String OLDEST_READER = "v1.0.0";

    private DuckDbInstance() {}

    /// Opens an instance; the caller closes it.
    ///
    /// @param memoryBytes the most DuckDB may hold
    /// @param threads how many threads it works with
    /// @throws WarehouseException when the engine cannot be started
    public static DuckDBConnection open(long memoryBytes, int threads) {
        return open("jdbc:duckdb:", Map.of("memory_limit", memoryBytes + "B", "threads", Integer.toString(threads)));
    }

    /// Opens an instance with a database file, which is made where there is none, as DuckDB 1.0 and later read
    /// it; the caller closes it.
    ///
    /// @param memoryBytes the most DuckDB may hold
    /// @throws WarehouseException when the engine cannot be started or the file cannot be written
    public static DuckDBConnection openFile(Path file, long memoryBytes) {
        Map<String, String> settings = Map.of(
                "memory_limit", memoryBytes + "B", "threads", "1", "storage_compatibility_version", OLDEST_READER);
        return open("jdbc:duckdb:" + file.toAbsolutePath(), settings);
    }

    private static DuckDBConnection open(String url, Map<String, String> further) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(further);
        Properties properties = new Properties();
        settings.forEach(properties::setProperty);
        try {
            Connection connection = new DuckDBDriver().connect(url, properties);
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException failure) {
            boolean isDisk = String.valueOf(failure.getMessage()).contains("IO Error");
            throw new WarehouseException(
                    isDisk ? ErrorCode.STORAGE : ErrorCode.ENGINE,
                    Location.nowhere(),
                    "The query engine cannot be started: " + failure.getMessage(),
                    failure);
        }
    }
}
