package dev.spartanlake.validation;

/// One piece of input that was refused, while the rest of the work went on.
///
/// @param source where it came from: a file, an entry of an archive (`archive.zip!entry.json`) or a line
/// (`file.ndjson:12`)
/// @param violation the rule it breaks
public record Rejection(String source, Violation violation) {

    /// The rejection as the one line a person reads.
    public String sentence() {
        String place = violation.pointer().isEmpty() ? "" : " at " + violation.pointer();
        return source + place + ": expected " + violation.rule() + ", found " + violation.value();
    }
}
