package dev.spartanlake.bench.job;

/// Whether the work was done whose time is taken.
final class Checks {

    private Checks() {}

    /// @throws IllegalStateException when it was not
    static void require(boolean done, String what, Object expected, Object found) {
        if (!done) {
            throw new IllegalStateException(what + ": expected " + expected + ", found " + found);
        }
    }
}
