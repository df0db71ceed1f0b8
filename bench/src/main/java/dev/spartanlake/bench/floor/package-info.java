/// The least that DuckDB alone takes for the same work, called through JDBC as anybody would.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.floor;
