package dev.spartanlake.fact;

import dev.spartanlake.validation.Violation;
import java.util.List;

/// What became of a text that was read as a match document.
public sealed interface MatchReading {

    /// It is one.
    ///
    /// @param rows what the warehouse stores of it
    record Accepted(MatchRows rows) implements MatchReading {}

    /// It is not, or breaks a rule.
    ///
    /// @param violations what is wrong, at least one, in the order of their pointers
    record Refused(List<Violation> violations) implements MatchReading {

        /// Requires a reason.
        public Refused {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a refusal has at least one violation");
            }
        }
    }
}
