package dev.spartanlake.query.relation;

/// One column of a relation.
///
/// @param name the name as SQL sees it, compared without regard to case
/// @param duckDbType the type in DuckDB's spelling, such as `SMALLINT`, `VARCHAR` or `TIMESTAMP WITH TIME ZONE`
public record RelationColumn(String name, String duckDbType) {

    /// @throws IllegalArgumentException when the name or the type is blank
    public RelationColumn {
        if (name.isBlank() || duckDbType.isBlank()) {
            throw new IllegalArgumentException(
                    "A column needs a name and a type; found \"" + name + "\" \"" + duckDbType + "\"");
        }
    }
}
