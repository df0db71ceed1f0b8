package dev.spartanlake.duck;

import dev.spartanlake.schema.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows on their way to the engine, column by column: a fraction of the memory that the objects take from which they
/// are made, and nothing to look up when they are handed over.
///
/// **Threads**: one at a time.
///
/// @param <R> the row
public final class RowBuffer<R> {

    static final int FIRST_ROWS = 64;

    private final List<Column<R>> columns;
    private final List<ColumnBuffer> values;
    private RowOrder order = RowOrder.asAdded();
    private int size;
    private long sizeBytes;

    /// An empty buffer of these columns.
    public RowBuffer(List<Column<R>> columns) {
        this.columns = List.copyOf(columns);
        values = columns.stream().map(column -> ColumnBuffer.of(column.type())).toList();
    }

    /// Adds rows. They are read after those that were added before, until [#sort] is called again.
    ///
    /// @throws ArithmeticException when a number does not fit its column
    public void addAll(Collection<R> rows) {
        order = RowOrder.asAdded();
        for (R row : rows) {
            for (int i = 0; i < values.size(); i++) {
                sizeBytes += values.get(i).put(size, columns.get(i).value().apply(row));
            }
            size++;
        }
    }

    /// How many rows there are.
    public int size() {
        return size;
    }

    /// About how much memory the rows take.
    public long sizeBytes() {
        return sizeBytes;
    }

    /// Sorts the rows as the engine would, null last.
    ///
    /// @param by the names of columns, the first one first
    public void sort(List<String> by) {
        order = RowOrder.sorted(size, by.stream().map(this::column).toList());
    }

    /// The texts of a column in the order in which the rows were added.
    ///
    /// @param column the name of a column of texts without null
    public List<String> texts(String column) {
        if (!(column(column) instanceof TextBuffer texts)) {
            throw new IllegalArgumentException(column + " is no column of texts");
        }
        return IntStream.range(0, size).mapToObj(texts::text).toList();
    }

    /// The earliest moment of a column, to the microsecond.
    ///
    /// @param column the name of a column of moments without null
    /// @throws NoSuchElementException when there are no rows
    public Instant earliest(String column) {
        if (!(column(column) instanceof LongBuffer moments)) {
            throw new IllegalArgumentException(column + " is no column of moments");
        }
        return Engine.moment(IntStream.range(0, size)
                .mapToLong(moments::value)
                .min()
                .orElseThrow(() -> new NoSuchElementException("no rows")));
    }

    /// Sets a value.
    ///
    /// @param row the row's place in the order in which they were added
    /// @param column the column's name
    public void set(int row, String column, @Nullable Object value) {
        sizeBytes += column(column).put(row, value);
    }

    private ColumnBuffer column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("no column is named \"" + name + "\"");
    }

    /// The columns' values, in the order of the columns.
    List<ColumnBuffer> values() {
        return values;
    }

    /// The rows from a position on, in the order in which they are read.
    RowOrder.Run from(int position) {
        return order.from(position);
    }
}
