package dev.spartanlake.e2e;

/// What a test counted, on standard output for those who ask how much was tried.
final class Measured {

    private Measured() {}

    /// Tells it in one line.
    static void tell(String test, String counts) {
        System.out.println("measured: " + test + ": " + counts);
    }
}
