package dev.spartanlake.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement with the kinds of its parameters, on which the types of its columns depend.
///
/// @param source the statement as it stands after `FROM`
/// @param parameters the types of the values; that of null is [Void]
record StatementShape(String source, List<Class<?>> parameters) {

    static StatementShape of(String source, List<? extends @Nullable Object> values) {
        return new StatementShape(
                source,
                values.stream()
                        .<Class<?>>map(value -> value == null ? Void.class : value.getClass())
                        .toList());
    }
}
