package dev.spartanlake.match;

import java.util.Locale;
import java.util.regex.Pattern;

/// The identifier of a match: a GUID in lower case, such as `3fa85f64-5717-4562-b3fc-2c963f66afa6`.
///
/// @param value the GUID's text; always lower case, so that equal identifiers are equal texts
public record MatchId(String value) implements Comparable<MatchId> {

    /// What a GUID looks like, in either case.
    public static final String PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern GUID = Pattern.compile(PATTERN);

    /// Checks and normalises the text.
    ///
    /// @throws IllegalArgumentException when the text is not a GUID
    public MatchId {
        if (!GUID.matcher(value).matches()) {
            throw new IllegalArgumentException("match id: expected a GUID, found \"" + value + "\"");
        }
        value = value.toLowerCase(Locale.ROOT);
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
