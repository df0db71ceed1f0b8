package dev.spartanlake.query;

import dev.spartanlake.query.statement.QueryErrors;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Binds values to a statement's parameters.
final class Parameters {

    private Parameters() {}

    /// @throws IllegalArgumentException when a value is of a kind that cannot be bound
    static void requireKnown(List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            @Nullable Object value = values.get(i);
            boolean known = value == null
                    || value instanceof String
                    || value instanceof Long
                    || value instanceof Integer
                    || value instanceof Double
                    || value instanceof Boolean
                    || value instanceof Instant
                    || value instanceof LocalDate;
            if (!known) {
                throw new IllegalArgumentException("Parameter " + (i + 1)
                        + " cannot be bound: expected String, Long, Integer, Double, Boolean, Instant, LocalDate or"
                        + " null, found " + value.getClass().getName());
            }
        }
    }

    /// @throws dev.spartanlake.error.WarehouseException when the statement has another number of parameters
    static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        int expected = statement.getParameterMetaData().getParameterCount();
        if (expected != values.size()) {
            throw QueryErrors.invalid(
                    "The statement has " + expected + " parameters, found " + values.size() + " values");
        }
        for (int i = 0; i < values.size(); i++) {
            @Nullable Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
