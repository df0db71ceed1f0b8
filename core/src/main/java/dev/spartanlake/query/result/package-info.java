/// The result of a statement: bounded inside DuckDB, then copied into plain Java values.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query.result;
