package dev.spartanlake.career;

import java.util.Arrays;

/// A multiset of numbers that counts how many are not above a given one, in O(log n). It never changes: one with some
/// more numbers shares most of its memory.
final class SortedValues {

    /// Up to so many numbers are copied with each addition, rather than all of them.
    private static final int MOST_RECENT = 4096;

    private static final double[] NONE = {};

    private final double[] settled;
    private final double[] recent;

    /// @param settled most of the numbers, sorted
    /// @param recent the others, sorted
    private SortedValues(double[] settled, double[] recent) {
        this.settled = settled;
        this.recent = recent;
    }

    /// These numbers, in whatever order; NaN is left out.
    static SortedValues of(double[] numbers) {
        return new SortedValues(sorted(numbers), NONE);
    }

    /// These and more numbers; NaN is left out.
    SortedValues with(double[] more) {
        double[] added = merged(recent, sorted(more));
        return added.length <= MOST_RECENT
                ? new SortedValues(settled, added)
                : new SortedValues(merged(settled, added), NONE);
    }

    int size() {
        return settled.length + recent.length;
    }

    /// How many numbers are not above this one.
    int countUpTo(double most) {
        return countUpTo(settled, most) + countUpTo(recent, most);
    }

    private static int countUpTo(double[] sorted, double most) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= most) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double[] sorted(double[] numbers) {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
    }

    private static double[] merged(double[] left, double[] right) {
        double[] merged = new double[left.length + right.length];
        int l = 0;
        int r = 0;
        for (int i = 0; i < merged.length; i++) {
            merged[i] = r == right.length || (l < left.length && left[l] <= right[r]) ? left[l++] : right[r++];
        }
        return merged;
    }
}
