package dev.spartanlake.query.relation;

import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBColumnType;

/// How a column crosses from Java into DuckDB: as itself where the driver can, as text otherwise.
///
/// @param column the column
/// @param type the type it crosses as
record ColumnWire(RelationColumn column, DuckDBColumnType type) {

    private static final Map<String, DuckDBColumnType> AS_ITSELF = Map.ofEntries(
            Map.entry("BOOLEAN", DuckDBColumnType.BOOLEAN),
            Map.entry("TINYINT", DuckDBColumnType.TINYINT),
            Map.entry("SMALLINT", DuckDBColumnType.SMALLINT),
            Map.entry("INTEGER", DuckDBColumnType.INTEGER),
            Map.entry("BIGINT", DuckDBColumnType.BIGINT),
            Map.entry("HUGEINT", DuckDBColumnType.HUGEINT),
            Map.entry("FLOAT", DuckDBColumnType.FLOAT),
            Map.entry("DOUBLE", DuckDBColumnType.DOUBLE),
            Map.entry("VARCHAR", DuckDBColumnType.VARCHAR),
            Map.entry("DATE", DuckDBColumnType.DATE),
            Map.entry("TIMESTAMP", DuckDBColumnType.TIMESTAMP),
            Map.entry("TIMESTAMP WITH TIME ZONE", DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("TIMESTAMPTZ", DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE));

    private static final String BLOB = "BLOB";

    static ColumnWire of(RelationColumn column) {
        return new ColumnWire(column, AS_ITSELF.getOrDefault(type(column), DuckDBColumnType.VARCHAR));
    }

    /// Whether bytes cross as Base64.
    boolean isBlob() {
        return type(column).equals(BLOB);
    }

    /// The expression that makes the crossing value of a stored one.
    String encoded() {
        String name = Sql.identifier(column.name());
        return isBlob()
                ? "to_base64(" + name + ")"
                : "CAST(" + name + " AS " + type.name().replace('_', ' ') + ")";
    }

    /// The expression that makes the column of a value that has crossed.
    String decoded() {
        String name = Sql.identifier(column.name());
        String value = isBlob() ? "from_base64(" + name + ")" : "CAST(" + name + " AS " + column.duckDbType() + ")";
        return value + " AS " + name;
    }

    private static String type(RelationColumn column) {
        return column.duckDbType().toUpperCase(Locale.ROOT);
    }
}
