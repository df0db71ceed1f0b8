/// DuckDB as the engine of the library's own work: merging, sorting, reading and writing Parquet.
///
/// Only statements of the library run here; statements of users run behind the fence of [dev.spartanlake.query].
@org.jspecify.annotations.NullMarked
package dev.spartanlake.duck;
