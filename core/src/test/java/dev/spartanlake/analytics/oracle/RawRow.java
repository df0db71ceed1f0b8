package dev.spartanlake.analytics.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stored row as the file's driver gave it.
record RawRow(Map<String, @Nullable Object> columns) {

    @Nullable
    String text(String column) {
        return (String) columns.get(column);
    }

    String requiredText(String column) {
        return Objects.requireNonNull(text(column), column);
    }

    @Nullable
    Integer integer(String column) {
        return columns.get(column) instanceof Number number ? Math.toIntExact(number.longValue()) : null;
    }

    @Nullable
    Long whole(String column) {
        return columns.get(column) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    long count(String column) {
        return Objects.requireNonNull(whole(column), column);
    }

    @Nullable
    BigDecimal integral(String column) {
        Long value = whole(column);
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /// Single precision as a decimal.
    @Nullable
    BigDecimal decimal(String column, int places) {
        return columns.get(column) instanceof Number number
                ? new BigDecimal(number.doubleValue()).setScale(places, RoundingMode.HALF_UP)
                : null;
    }

    @Nullable
    Double real(String column, int places) {
        BigDecimal value = decimal(column, places);
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    @Nullable
    Instant time(String column) {
        return columns.get(column) instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    Instant requiredTime(String column) {
        return Objects.requireNonNull(time(column), column);
    }

    boolean truth(String column) {
        return Boolean.TRUE.equals(columns.get(column));
    }
}
