package dev.spartanlake.query.statement;

import java.sql.SQLException;
import java.sql.Statement;

/// Macros that stand before DuckDB's functions whose result is as long as an argument says. One call of those
/// runs for as long as it likes, unseen by every limit.
///
/// The size passes through a five-digit decimal, which fails for larger ones. Each argument is used once: a
/// macro that repeated its argument would grow exponentially when nested.
public final class SizedFunctions {

    static final String NAMES = "repeat, lpad, rpad, list_resize, array_resize and bitstring";
    static final String MOST = "99,999";
    static final String OVERSIZE = "to DECIMAL(5,0)";

    private SizedFunctions() {}

    /// Creates the macros in the instance that the statement belongs to.
    ///
    /// @throws SQLException when there are any already
    public static void define(Statement statement) throws SQLException {
        for (String macro : new String[] {
            "repeat(value, times) AS system.main.repeat(value, %s)".formatted(sized("times", "BIGINT")),
            "lpad(text, size, filler) AS system.main.lpad(text, %s, filler)".formatted(sized("size", "INTEGER")),
            "rpad(text, size, filler) AS system.main.rpad(text, %s, filler)".formatted(sized("size", "INTEGER")),
            resize("list_resize"),
            resize("array_resize"),
            "bitstring(bits, size) AS system.main.bitstring(bits, %s)".formatted(sized("size", "INTEGER"))
        }) {
            statement.execute("CREATE MACRO main." + macro);
        }
    }

    private static String resize(String function) {
        String size = sized("size", "BIGINT");
        return function + "(list, size) AS system.main." + function + "(list, " + size + "), (list, size, filler) AS"
                + " system.main." + function + "(list, " + size + ", filler)";
    }

    private static String sized(String argument, String type) {
        return "CAST(CAST(" + argument + " AS DECIMAL(5,0)) AS " + type + ")";
    }
}
