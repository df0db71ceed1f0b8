package dev.spartanlake.document;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/// A text is no JSON, or a value is not of the type its place in the document asks for.
final class MalformedDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonPointer place;
    private final transient Problem problem;

    /// What is wrong.
    sealed interface Problem {

        /// A value is of another type.
        ///
        /// @param rule what it should be
        record WrongType(String rule) implements Problem {}

        /// The text is no JSON, or no JSON that is accepted.
        ///
        /// @param cause what the JSON library says
        record NoJson(JacksonException cause) implements Problem {}
    }

    private MalformedDocument(JsonPointer place, Problem problem, @Nullable Throwable cause) {
        // Part of reading hostile input, and always turned into a violation: where it was thrown says nothing.
        super("at " + place, cause, false, false);
        this.place = place;
        this.problem = problem;
    }

    static MalformedDocument wrongType(JsonPointer place, String rule) {
        return new MalformedDocument(place, new Problem.WrongType(rule), null);
    }

    static MalformedDocument noJson(JsonPointer place, JacksonException cause) {
        return new MalformedDocument(place, new Problem.NoJson(cause), cause);
    }

    JsonPointer place() {
        return place;
    }

    Problem problem() {
        return problem;
    }
}
