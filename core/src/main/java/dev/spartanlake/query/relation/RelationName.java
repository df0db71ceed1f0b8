package dev.spartanlake.query.relation;

import java.util.Locale;

/// The name of a relation as SQL sees it. Compared without regard to case, as DuckDB does.
///
/// @param schema `main` for names that need no prefix, or another schema such as `meta`
/// @param table the name within the schema
public record RelationName(String schema, String table) implements Comparable<RelationName> {

    private static final String MAIN = "main";

    /// Folds both parts to lower case, so that equal names are equal records.
    ///
    /// @throws IllegalArgumentException when a part is blank
    public RelationName {
        if (schema.isBlank() || table.isBlank()) {
            throw new IllegalArgumentException(
                    "A relation needs a schema and a name; found \"" + schema + "\".\"" + table + "\"");
        }
        schema = schema.toLowerCase(Locale.ROOT);
        table = table.toLowerCase(Locale.ROOT);
    }

    /// A relation that is named without a prefix.
    public static RelationName main(String table) {
        return new RelationName(MAIN, table);
    }

    /// A relation of the schema `meta`.
    public static RelationName meta(String table) {
        return new RelationName("meta", table);
    }

    /// The name as a person writes it: without `main.`.
    @Override
    public String toString() {
        return schema.equals(MAIN) ? table : schema + "." + table;
    }

    /// Orders by schema, then name.
    @Override
    public int compareTo(RelationName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema == 0 ? table.compareTo(other.table) : bySchema;
    }

    /// The name as quoted SQL.
    public String quoted() {
        return Sql.identifier(schema) + "." + Sql.identifier(table);
    }
}
