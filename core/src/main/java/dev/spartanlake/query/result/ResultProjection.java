package dev.spartanlake.query.result;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The query around a statement that makes its result fit to be copied: no more rows than asked, values of
/// types that the driver reads column by column, and none larger than allowed.
///
/// @param columns the result's columns as the statement has them
public record ResultProjection(List<ResultColumn> columns) {

    private static final Set<String> AS_THEY_ARE = Set.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "HUGEINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL",
            "DATE",
            "TIMESTAMP",
            "TIMESTAMP_S",
            "TIMESTAMP_MS",
            "TIMESTAMP_NS",
            "TIMESTAMP WITH TIME ZONE");

    /// Copies the list.
    public ResultProjection {
        columns = List.copyOf(columns);
    }

    /// The projection of a statement that has been prepared, with its parameters bound.
    ///
    /// @throws SQLException when DuckDB cannot tell the columns
    public static ResultProjection of(ResultSetMetaData metadata) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            columns.add(new ResultColumn(
                    metadata.getColumnName(i), metadata.getColumnTypeName(i).replace("\"NULL\"", "NULL")));
        }
        return new ResultProjection(columns);
    }

    /// Whether DuckDB knows the columns only once parameters or pivoted values are.
    public boolean isUnknown() {
        return columns.size() == 1 && columns.getFirst().duckDbType().equals("UNKNOWN");
    }

    /// The text of the query.
    ///
    /// @param source a query in parentheses, or a table
    /// @param rows most rows to deliver
    public String sql(String source, long rows) {
        return select("", source, rows);
    }

    /// The text of the query with one column more, which is true in a last row of nulls, and false before. A
    /// stream of rows ends in the same way after the last one and after an error: only this row tells that it is
    /// whole.
    ///
    /// @param source a query in parentheses, or a table
    /// @param rows most rows to deliver, besides the last one
    public String sqlToTheEnd(String source, long rows) {
        return "(" + select(", false", source, rows) + ") UNION ALL SELECT " + "NULL, ".repeat(columns.size()) + "true";
    }

    private String select(String more, String source, long rows) {
        List<String> names = new ArrayList<>();
        List<String> converted = new ArrayList<>();
        List<String> measured = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ValueType type = ValueType.parse(columns.get(i).duckDbType());
            String name = "c" + i;
            names.add(name);
            converted.add(converted("q." + name, type) + " AS " + name);
            measured.add(isText(type) ? measured(name) : name);
        }
        return "SELECT " + String.join(", ", measured) + more + " FROM (SELECT " + String.join(", ", converted)
                + " FROM " + source + " AS q(" + String.join(", ", names) + ")) LIMIT " + rows;
    }

    private static boolean isText(ValueType type) {
        return !(type instanceof ValueType.Scalar(String name)) || !AS_THEY_ARE.contains(name);
    }

    private static String converted(String value, ValueType type) {
        if (type.isNested()) {
            return "CAST(to_json(" + value + ") AS VARCHAR)";
        }
        String name = type instanceof ValueType.Scalar(String scalar) ? scalar : "";
        if (AS_THEY_ARE.contains(name) || name.equals("VARCHAR")) {
            return value;
        }
        return name.equals("BLOB") ? "to_base64(" + value + ")" : "CAST(" + value + " AS VARCHAR)";
    }

    private static String measured(String value) {
        return "CASE WHEN strlen(" + value + ") > " + ResultLimit.MOST_VALUE_BYTES + " THEN error('"
                + ResultLimit.LARGE_VALUE + "') ELSE " + value + " END AS " + value;
    }
}
