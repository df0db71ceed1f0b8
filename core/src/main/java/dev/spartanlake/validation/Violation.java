package dev.spartanlake.validation;

/// One rule that one place in a JSON document breaks.
///
/// @param pointer the place as a JSON Pointer (RFC 6901); empty for the document as a whole
/// @param rule what was expected there, in words that fit after "expected", such as `an integer from 0 to 32767`
/// @param value what was found there, as JSON text cut to a readable length, or `missing` where nothing was
public record Violation(String pointer, String rule, String value) {

    private static final int READABLE_LENGTH = 120;

    /// Cuts an overlong value, so that a report line stays a line.
    public Violation {
        value = printable(value);
    }

    private static String printable(String value) {
        String shown = value.length() <= READABLE_LENGTH ? value : value.substring(0, READABLE_LENGTH) + "…";
        return shown.codePoints()
                .map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
