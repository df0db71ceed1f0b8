/// Files for other programs: one that appears whole or not at all, rows as Parquet, and a DuckDB database
/// that looks into the warehouse.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.export;
