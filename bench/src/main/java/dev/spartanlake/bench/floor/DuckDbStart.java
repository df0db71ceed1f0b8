package dev.spartanlake.bench.floor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/// A program that opens DuckDB, asks for the number 42 and prints it: what any command with a query engine takes at
/// the least.
public final class DuckDbStart {

    private DuckDbStart() {}

    /// Runs the program, which takes no arguments.
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT 42")) {
            answer.next();
            System.out.println(answer.getInt(1));
        }
    }
}
