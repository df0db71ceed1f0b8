package dev.spartanlake.duck;

import dev.spartanlake.schema.Column;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// Writes one column of a batch of rows into an engine's vector.
final class ColumnVector {

    private ColumnVector() {}

    static <R> void write(DuckDBWritableVector vector, Column<R> column, List<R> batch) {
        switch (column.type()) {
            case STRING -> writeTexts(vector, column, batch);
            case TIMESTAMP -> each(vector, column, batch, (i, value) -> vector.setTimestamp(i, utc((Instant) value)));
            case BOOLEAN -> each(vector, column, batch, (i, value) -> vector.setBoolean(i, (Boolean) value));
            case INT8 -> each(vector, column, batch, (i, value) -> vector.setByte(i, exactByte((Integer) value)));
            case INT16 -> each(vector, column, batch, (i, value) -> vector.setShort(i, exactShort((Integer) value)));
            case INT32 -> each(vector, column, batch, (i, value) -> vector.setInt(i, (Integer) value));
            case INT64 -> each(vector, column, batch, (i, value) -> vector.setLong(i, (Long) value));
            case FLOAT -> each(vector, column, batch, (i, value) -> vector.setFloat(i, (Float) value));
        }
    }

    private static <R> void each(DuckDBWritableVector vector, Column<R> column, List<R> batch, ValueWriter writer) {
        for (int i = 0; i < batch.size(); i++) {
            Object value = column.value().apply(batch.get(i));
            if (value == null) {
                vector.setNull(i);
            } else {
                writer.write(i, value);
            }
        }
    }

    /// Texts cross into native memory in one call for the whole batch.
    private static <R> void writeTexts(DuckDBWritableVector vector, Column<R> column, List<R> batch) {
        byte[] @Nullable [] texts = new byte[batch.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = utf8(column.value().apply(batch.get(i)));
        }
        vector.setStringUtf8Batch(0, texts);
    }

    private static byte @Nullable [] utf8(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes;
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static byte exactByte(int value) {
        if (value != (byte) value) {
            throw new ArithmeticException(value + " does not fit 8 bits");
        }
        return (byte) value;
    }

    private static short exactShort(int value) {
        if (value != (short) value) {
            throw new ArithmeticException(value + " does not fit 16 bits");
        }
        return (short) value;
    }

    @FunctionalInterface
    private interface ValueWriter {
        void write(long row, Object value);
    }
}
