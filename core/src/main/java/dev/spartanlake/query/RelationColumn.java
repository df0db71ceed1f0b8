package dev.spartanlake.query;

/// A column of something a statement can select from.
///
/// @param name its name
/// @param duckDbType its type, by DuckDB's name
public record RelationColumn(String name, String duckDbType) {}
