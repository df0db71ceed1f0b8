package dev.spartanlake.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement with the values of its parameters.
///
/// @param sql the statement
/// @param parameters the values of its `?`, in order: `String`, `Long`, `Integer`, `Double`, `Boolean`,
///     `Instant`, `LocalDate` or null
public record Query(String sql, List<@Nullable Object> parameters) {

    /// Copies the list, which may hold nulls.
    public Query {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /// A statement without parameters.
    public static Query of(String sql) {
        return new Query(sql, List.of());
    }
}
