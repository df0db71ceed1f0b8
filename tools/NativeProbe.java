import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/// Uses each native library once, then lists what is in the temporary directory while they are loaded: a library that was
/// unpacked there. On Linux also one that was unpacked, mapped and deleted. Run from its source by the test of the scripts.
final class NativeProbe {
    private NativeProbe() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        connect("jdbc:duckdb:", "DuckDB answers");
        connect("jdbc:sqlite::memory:", "SQLite answers");
        if (com.github.luben.zstd.Zstd.compress(new byte[1000]).length < 1000) {
            System.out.println("zstd answers");
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.list(temporary)) {
            files.forEach(System.out::println);
        }
        Path mapped = Path.of("/proc/self/maps");
        if (Files.exists(mapped)) {
            try (Stream<String> lines = Files.lines(mapped)) {
                lines.filter(line -> line.contains(temporary.toString())).forEach(System.out::println);
            }
        }
    }

    private static void connect(String url, String message) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("SELECT 42");
            System.out.println(message);
        }
    }
}
