package dev.spartanlake.duck;

import dev.spartanlake.schema.ColumnType;
import java.util.BitSet;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// The values of one column, one after the other, without an object for each.
abstract sealed class ColumnBuffer permits NumberBuffer, LongBuffer, TextBuffer {

    private final BitSet nulls = new BitSet();

    /// An empty column.
    static ColumnBuffer of(ColumnType type) {
        return switch (type) {
            case STRING -> new TextBuffer();
            case INT64, TIMESTAMP -> new LongBuffer(type);
            case BOOLEAN, INT8, INT16, INT32, FLOAT -> new NumberBuffer(type);
        };
    }

    /// Sets the value of a row, be it the next one or an earlier one.
    ///
    /// @return by how many bytes the column grew
    /// @throws ArithmeticException when a number does not fit the column's type
    final int put(int row, @Nullable Object value) {
        nulls.set(row, value == null);
        return store(row, value);
    }

    /// Makes room for a row and keeps its value; any for null.
    ///
    /// @return by how many bytes the column grew
    abstract int store(int row, @Nullable Object value);

    /// Writes rows into an engine's vector.
    ///
    /// @param rows says which, from its current position on
    /// @param count how many
    abstract void write(DuckDBWritableVector vector, RowOrder.Run rows, int count);

    /// Compares values that are not null, as the engine does when it sorts.
    abstract int compareValues(int a, int b);

    final boolean isNull(int row) {
        return nulls.get(row);
    }

    /// Compares the values of two rows; null comes last.
    final int compare(int a, int b) {
        if (isNull(a) || isNull(b)) {
            return Boolean.compare(isNull(a), isNull(b));
        }
        return compareValues(a, b);
    }
}
