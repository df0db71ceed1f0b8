package dev.spartanlake.validation;

/// One piece of input that was refused, while the rest of the work went on.
///
/// @param source where it came from: a file, an entry of an archive (`archive.zip!entry.json`) or a line
/// (`file.ndjson:12`)
/// @param violation the rule it breaks
public record Rejection(String source, Violation violation) {

    private static final int READABLE_LENGTH = 160;

    /// The rejection as the one line a person reads; a pointer that leads too deep is cut.
    public String sentence() {
        String pointer = violation.pointer();
        if (pointer.length() > READABLE_LENGTH) {
            pointer = pointer.substring(0, READABLE_LENGTH) + "…";
        }
        String place = pointer.isEmpty() ? "" : " at " + pointer;
        return source + place + ": expected " + violation.rule() + ", found " + violation.value();
    }
}
