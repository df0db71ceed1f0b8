package dev.spartanlake.analytics.question;

/// A number that a question is asked with.
public final class Argument {

    private Argument() {}

    /// Refuses a number that is too small.
    ///
    /// @param name what the number is called
    /// @return the number
    /// @throws IllegalArgumentException when it is less
    public static int atLeast(int least, String name, int number) {
        if (number < least) {
            throw new IllegalArgumentException(name + ": expected at least " + least + ", found " + number);
        }
        return number;
    }

    /// Refuses a number that is too small or too large.
    ///
    /// @param name what the number is called
    /// @return the number
    /// @throws IllegalArgumentException when it is less or more
    public static int within(int least, int most, String name, int number) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + ": expected " + least + " to " + most + ", found " + number);
        }
        return number;
    }
}
