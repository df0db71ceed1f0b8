package dev.spartanlake.cli.command;

import dev.spartanlake.cli.settings.DurationText;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Understands arguments that are no numbers.
final class ArgumentText {

    private ArgumentText() {}

    static Duration duration(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw refusal(unknown);
        }
    }

    /// One of an enum's constants, by the name users write.
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> choices) {
        return oneOf(EnumSet.allOf(choices));
    }

    /// One of some constants of an enum, by the name users write.
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Set<E> constants) {
        return text -> constants.stream()
                .filter(constant ->
                        written(constant).equals(text.toLowerCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected "
                        + constants.stream().map(ArgumentText::written).collect(Collectors.joining(" or "))
                        + ", found '" + text + "'"));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Language language(String text) {
        try {
            return Language.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw refusal(unknown);
        }
    }

    /// A path; an empty one is a variable that was not set, not the current directory.
    static Path path(String text) {
        try {
            if (text.isEmpty()) {
                throw new TypeConversionException("expected a path, found none");
            }
            return Path.of(text);
        } catch (InvalidPathException unusable) {
            throw refusal(unusable);
        }
    }

    static Xuid xuid(String text) {
        try {
            return Xuid.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw refusal(unknown);
        }
    }

    private static TypeConversionException refusal(IllegalArgumentException cause) {
        TypeConversionException refusal = new TypeConversionException(String.valueOf(cause.getMessage()));
        refusal.initCause(cause);
        return refusal;
    }
}
