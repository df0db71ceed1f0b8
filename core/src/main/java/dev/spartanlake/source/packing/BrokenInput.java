package dev.spartanlake.source.packing;

import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// An input that is not what it should be, described the way a [Violation] is.
public final class BrokenInput extends IOException {

    private static final long serialVersionUID = 1L;

    private static final String READABLE = "a file that can be read";

    private final String rule;
    private final String found;

    /// @param rule what was expected
    /// @param found what was there instead
    public BrokenInput(String rule, String found) {
        super("expected " + rule + ", found " + found);
        this.rule = rule;
        this.found = found;
    }

    /// Puts any failure to read into the words of a refusal.
    public static Violation violation(IOException failure) {
        return switch (failure) {
            case BrokenInput broken -> new Violation("", broken.rule, broken.found);
            case NoSuchFileException _ -> new Violation("", READABLE, "none: it was removed, or is a dangling link");
            case AccessDeniedException _ -> new Violation("", READABLE, "one without permission to read it");
            default -> new Violation("", READABLE, text(failure));
        };
    }

    private static String text(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
