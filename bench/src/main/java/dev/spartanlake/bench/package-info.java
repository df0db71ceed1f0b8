/// Benchmarks: [Bench] runs the jobs of `job` on generated careers, with DuckDB alone beside them.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench;
