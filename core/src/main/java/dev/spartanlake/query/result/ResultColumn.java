package dev.spartanlake.query.result;

/// One column of a result.
///
/// @param name the name or expression the statement gave it; several columns may share one
/// @param duckDbType the type in DuckDB's spelling
public record ResultColumn(String name, String duckDbType) {}
