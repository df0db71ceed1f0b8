package dev.spartanlake.duck;

import dev.spartanlake.schema.ColumnType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// A column of values of 64 bits: integers, and moments in microseconds since 1970.
final class LongBuffer extends ColumnBuffer {

    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final boolean isTime;
    private long[] values = new long[RowBuffer.FIRST_ROWS];

    LongBuffer(ColumnType type) {
        isTime = type == ColumnType.TIMESTAMP;
    }

    @Override
    int store(int row, @Nullable Object value) {
        if (row == values.length) {
            values = Arrays.copyOf(values, 2 * row);
        }
        values[row] = value == null ? 0 : isTime ? micros((Instant) value) : (Long) value;
        return Long.BYTES;
    }

    /// The number in a row; 0 for null.
    long value(int row) {
        return values[row];
    }

    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }

    private static LocalDateTime utc(long micros) {
        int nanos = Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), nanos, ZoneOffset.UTC);
    }

    @Override
    void write(DuckDBWritableVector vector, RowOrder.Run rows, int count) {
        for (int i = 0; i < count; i++) {
            int row = rows.row(i);
            if (isNull(row)) {
                vector.setNull(i);
            } else if (isTime) {
                vector.setTimestamp(i, utc(values[row]));
            } else {
                vector.setLong(i, values[row]);
            }
        }
    }

    @Override
    int compareValues(int a, int b) {
        return Long.compare(values[a], values[b]);
    }
}
