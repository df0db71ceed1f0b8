package dev.spartanlake.schema;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of a table and how its value is taken from a row.
///
/// The value's Java type is fixed by the column's type: `String`, `byte[]` of UTF-8 for large
/// [ColumnType#STRING]s, `Instant`, `Boolean`, `Integer` for all integers of up to 32 bits, `Long`, `Float`.
///
/// @param <R> the row
/// @param name the column's name, in snake case
/// @param type the column's type
/// @param nullability whether the value can be unknown
/// @param description what it is, its unit and what null means, as it stands in the format's specification
/// @param value takes the value from a row; null only where the column allows it
public record Column<R>(
        String name,
        ColumnType type,
        Nullability nullability,
        String description,
        Function<R, @Nullable Object> value) {

    /// Whether a column may hold null.
    public enum Nullability {
        /// Every row has a value.
        REQUIRED,
        /// Null means that the value is unknown.
        OPTIONAL
    }

    /// A column that always has a value.
    public static <R> Column<R> required(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, type, Nullability.REQUIRED, description, value);
    }

    /// A column whose value can be unknown.
    public static <R> Column<R> optional(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, type, Nullability.OPTIONAL, description, value);
    }

    /// The same column of a row that holds this column's row.
    public <S> Column<S> of(Function<S, R> row) {
        return new Column<>(name, type, nullability, description, source -> value.apply(row.apply(source)));
    }
}
