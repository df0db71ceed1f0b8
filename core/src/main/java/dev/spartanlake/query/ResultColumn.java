package dev.spartanlake.query;

/// A column of a result.
///
/// @param name its name
/// @param duckDbType its type, by DuckDB's name
public record ResultColumn(String name, String duckDbType) {}
