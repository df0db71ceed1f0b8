package dev.spartanlake.duck;

import dev.spartanlake.schema.ColumnType;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// A column of values of up to 32 bits: integers, numbers in single precision, truths.
final class NumberBuffer extends ColumnBuffer {

    private final ColumnType type;
    private int[] bits = new int[RowBuffer.FIRST_ROWS];

    NumberBuffer(ColumnType type) {
        this.type = type;
    }

    @Override
    int store(int row, @Nullable Object value) {
        if (row == bits.length) {
            bits = Arrays.copyOf(bits, 2 * row);
        }
        bits[row] = value == null ? 0 : bits(value);
        return Integer.BYTES;
    }

    private int bits(Object value) {
        return switch (type) {
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case INT8 -> exactByte((Integer) value);
            case INT16 -> exactShort((Integer) value);
            case FLOAT -> Float.floatToRawIntBits((Float) value);
            case INT32, INT64, STRING, TIMESTAMP -> (Integer) value;
        };
    }

    private static int exactByte(int value) {
        if (value != (byte) value) {
            throw new ArithmeticException(value + " does not fit 8 bits");
        }
        return value;
    }

    private static int exactShort(int value) {
        if (value != (short) value) {
            throw new ArithmeticException(value + " does not fit 16 bits");
        }
        return value;
    }

    @Override
    void write(DuckDBWritableVector vector, RowOrder.Run rows, int count) {
        switch (type) {
            case BOOLEAN -> each(vector, rows, count, (i, value) -> vector.setBoolean(i, value != 0));
            case INT8 -> each(vector, rows, count, (i, value) -> vector.setByte(i, (byte) value));
            case INT16 -> each(vector, rows, count, (i, value) -> vector.setShort(i, (short) value));
            case FLOAT -> each(vector, rows, count, (i, value) -> vector.setFloat(i, Float.intBitsToFloat(value)));
            case INT32, INT64, STRING, TIMESTAMP -> each(vector, rows, count, vector::setInt);
        }
    }

    private void each(DuckDBWritableVector vector, RowOrder.Run rows, int count, Writer writer) {
        for (int i = 0; i < count; i++) {
            int row = rows.row(i);
            if (isNull(row)) {
                vector.setNull(i);
            } else {
                writer.write(i, bits[row]);
            }
        }
    }

    @Override
    int compareValues(int a, int b) {
        return type == ColumnType.FLOAT
                ? Float.compare(Float.intBitsToFloat(bits[a]), Float.intBitsToFloat(bits[b]))
                : Integer.compare(bits[a], bits[b]);
    }

    private interface Writer {
        void write(long row, int bits);
    }
}
