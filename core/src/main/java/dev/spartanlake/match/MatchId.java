package dev.spartanlake.match;

import java.util.HexFormat;
import java.util.Locale;

/// The identifier of a match: a GUID in lower case, such as `3fa85f64-5717-4562-b3fc-2c963f66afa6`.
///
/// @param value the GUID's text; always lower case, so that equal identifiers are equal texts
public record MatchId(String value) implements Comparable<MatchId> {

    private static final int LENGTH = 36;

    /// Checks and normalises the text.
    ///
    /// @throws IllegalArgumentException when the text is not a GUID
    public MatchId {
        if (!isGuid(value)) {
            throw new IllegalArgumentException("match id: expected a GUID, found \"" + value + "\"");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /// Whether a text is a GUID, 32 hexadecimal digits of either case in groups of 8, 4, 4, 4 and 12.
    ///
    /// Written out, because an ingest asks this some ten times for each document.
    public static boolean isGuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean fits = switch (i) {
                case 8, 13, 18, 23 -> text.charAt(i) == '-';
                default -> HexFormat.isHexDigit(text.charAt(i));
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(MatchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
