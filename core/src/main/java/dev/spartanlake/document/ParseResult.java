package dev.spartanlake.document;

import dev.spartanlake.validation.Violation;
import java.util.List;

/// What became of a text that was handed in as a match document.
public sealed interface ParseResult {

    /// It is one.
    ///
    /// @param document the document
    /// @param content its canonical text and identity
    record Parsed(MatchDocument document, DocumentContent content) implements ParseResult {}

    /// It is not, or breaks a rule.
    ///
    /// @param violations what is wrong, at least one, in the order of their pointers
    record Refused(List<Violation> violations) implements ParseResult {

        /// Requires a reason.
        public Refused {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a refusal has at least one violation");
            }
        }
    }
}
