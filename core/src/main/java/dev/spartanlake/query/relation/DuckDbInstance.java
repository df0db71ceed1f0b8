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

    private DuckDbInstance() {}

    /// Opens an instance; the caller closes it.
    ///
    /// @param memoryBytes the most DuckDB may hold
    /// @param threads how many threads it works with
    /// @throws WarehouseException when the engine cannot be started
    public static DuckDBConnection open(long memoryBytes, int threads) {
        return open("jdbc:duckdb:", memoryBytes, threads);
    }

    /// Opens an instance with a database file, which is made where there is none; the caller closes it.
    ///
    /// @param memoryBytes the most DuckDB may hold
    /// @throws WarehouseException when the engine cannot be started or the file cannot be written
    public static DuckDBConnection openFile(Path file, long memoryBytes) {
        return open("jdbc:duckdb:" + file.toAbsolutePath(), memoryBytes, 1);
    }

    private static DuckDBConnection open(String url, long memoryBytes, int threads) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("memory_limit", memoryBytes + "B");
        settings.put("threads", Integer.toString(threads));
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
