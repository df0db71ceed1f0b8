package dev.spartanlake.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Xbox user identifier of a human player, a positive number of up to 19 digits.
///
/// @param value the number
public record Xuid(long value) implements Comparable<Xuid> {

    private static final Pattern TEXT = Pattern.compile("(?:xuid\\()?([0-9]{1,19})\\)?");

    /// Refuses what is no identifier.
    ///
    /// @throws IllegalArgumentException when the number is not positive
    public Xuid {
        if (value <= 0) {
            throw new IllegalArgumentException("xuid: expected a positive number, found " + value);
        }
    }

    /// Reads `2533270000000001` as well as the API's `xuid(2533270000000001)`.
    ///
    /// @throws IllegalArgumentException when the text is neither
    public static Xuid parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("xuid: expected 1 to 19 digits, found \"" + text + "\"");
        }
        try {
            return new Xuid(Long.parseLong(matcher.group(1)));
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException("xuid: expected a number below 2^63, found \"" + text + "\"", tooLarge);
        }
    }

    /// The digits, as they stand in columns and directory names.
    public String text() {
        return Long.toString(value);
    }

    /// The identifier as the API writes it, such as `xuid(2533270000000001)`.
    public String wrapped() {
        return "xuid(" + value + ")";
    }

    @Override
    public int compareTo(Xuid other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return text();
    }
}
