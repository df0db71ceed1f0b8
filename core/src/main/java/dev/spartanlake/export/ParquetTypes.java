package dev.spartanlake.export;

import java.util.Locale;
import java.util.Set;

/// The types that columns of results have in Parquet files.
final class ParquetTypes {

    private static final Set<String> KEPT = Set.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "FLOAT",
            "DOUBLE",
            "DATE",
            "TIME",
            "UUID",
            "BLOB",
            "TIMESTAMP",
            "TIMESTAMP WITH TIME ZONE");

    private ParquetTypes() {}

    /// The type a column of a result is written with. Integers of 128 bits, which sums have and Parquet has
    /// not, become decimals; a type that only DuckDB has becomes text.
    static String of(String duckDbType) {
        String type = duckDbType.toUpperCase(Locale.ROOT);
        if (KEPT.contains(type) || type.matches("DECIMAL\\([0-9]+,[0-9]+\\)")) {
            return type;
        }
        return switch (type) {
            case "HUGEINT", "UHUGEINT" -> "DECIMAL(38,0)";
            case "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }
}
