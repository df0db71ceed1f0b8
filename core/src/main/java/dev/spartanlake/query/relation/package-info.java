/// What a statement may select from, and how its rows reach DuckDB: from Parquet files or from Java.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query.relation;
