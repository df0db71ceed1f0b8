package dev.spartanlake.query;

import java.util.Locale;

/// The name of something a statement can select from.
///
/// @param schema `main` or `meta`, in lower case
/// @param name the table's name, in lower case
public record RelationName(String schema, String name) {

    /// The schema of names without one.
    public static final String MAIN = "main";

    /// Names are the same in any case.
    public RelationName {
        schema = schema.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return schema.equals(MAIN) ? name : schema + "." + name;
    }
}
