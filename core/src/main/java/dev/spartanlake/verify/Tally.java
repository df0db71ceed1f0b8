package dev.spartanlake.verify;

/// Counts what is wrong in the same way, and remembers the first.
final class Tally {

    private String expected = Findings.NONE;
    private String found = Findings.NONE;
    private long count;

    void add(String expectedValue, String foundValue) {
        if (count == 0) {
            expected = expectedValue;
            found = foundValue;
        }
        count++;
    }

    long count() {
        return count;
    }

    String expected() {
        return expected;
    }

    /// What was found first, with the number of all.
    String found() {
        return counted(found, count);
    }

    /// A value with the number of those of its kind.
    static String counted(String first, long count) {
        return count > 1 ? first + " (" + count + "×)" : first;
    }
}
