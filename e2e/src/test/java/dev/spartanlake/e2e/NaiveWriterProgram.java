package dev.spartanlake.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A process that writes one Parquet file after the other as DuckDB does it, without forcing anything to the disk, and
/// yet says after each that it is there. It has to fail where the product must not.
final class NaiveWriterProgram {

    private NaiveWriterProgram() {}

    /// Writes.
    ///
    /// @param arguments the directory; how many files there are at most
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                statement.execute("COPY (SELECT i, md5(CAST(i AS VARCHAR)) AS text FROM range(2000) t(i)) TO '"
                        + file(Path.of(arguments[0]), i) + "'");
                System.out.println(i);
            }
        }
    }

    /// Where a file is.
    static Path file(Path directory, int number) {
        return directory.resolve(number + ".parquet");
    }
}
