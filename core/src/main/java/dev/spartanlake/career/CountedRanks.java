package dev.spartanlake.career;

/// A multiset of ranks that counts how many are not above a given one, in O(log n): a Fenwick tree.
final class CountedRanks {

    private final int[] tree;
    private int size;

    /// An empty multiset for the ranks from 0 below the given number.
    CountedRanks(int ranks) {
        tree = new int[ranks + 1];
    }

    int size() {
        return size;
    }

    void add(int rank) {
        size++;
        for (int i = rank + 1; i < tree.length; i += i & -i) {
            tree[i]++;
        }
    }

    int countUpTo(int rank) {
        int count = 0;
        for (int i = rank + 1; i > 0; i -= i & -i) {
            count += tree[i];
        }
        return count;
    }
}
