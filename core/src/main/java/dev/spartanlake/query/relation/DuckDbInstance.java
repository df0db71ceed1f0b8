package dev.spartanlake.query.relation;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// Opens in-memory DuckDB instances that load nothing and remember nothing.
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
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("memory_limit", memoryBytes + "B");
        settings.put("threads", Integer.toString(threads));
        Properties properties = new Properties();
        settings.forEach(properties::setProperty);
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException failure) {
            throw new WarehouseException(
                    ErrorCode.ENGINE,
                    Location.nowhere(),
                    "The query engine cannot be started: " + failure.getMessage(),
                    failure);
        }
    }
}
