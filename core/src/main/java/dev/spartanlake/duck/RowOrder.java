package dev.spartanlake.duck;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// In which order the rows of a buffer are read.
final class RowOrder {

    /// Row by position; null because they are read as they were added.
    private final int @Nullable [] rows;

    private RowOrder(int @Nullable [] rows) {
        this.rows = rows;
    }

    static RowOrder asAdded() {
        return new RowOrder(null);
    }

    /// Sorted by some columns, the first one first.
    static RowOrder sorted(int size, List<ColumnBuffer> by) {
        if (isSorted(size, by)) {
            return asAdded();
        }
        Comparator<Integer> order = (a, b) -> compare(by, a, b);
        return new RowOrder(IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray());
    }

    private static boolean isSorted(int size, List<ColumnBuffer> by) {
        for (int row = 1; row < size; row++) {
            if (compare(by, row - 1, row) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(List<ColumnBuffer> by, int a, int b) {
        for (ColumnBuffer column : by) {
            int compared = column.compare(a, b);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /// The rows from a position on.
    Run from(int position) {
        return new Run(rows, position);
    }

    /// Some rows, one after the other.
    static final class Run {

        private final int @Nullable [] rows;
        private final int from;

        private Run(int @Nullable [] rows, int from) {
            this.rows = rows;
            this.from = from;
        }

        /// The row at an index of this run.
        int row(int index) {
            return rows == null ? from + index : rows[from + index];
        }
    }
}
