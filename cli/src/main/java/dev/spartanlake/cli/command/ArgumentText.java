package dev.spartanlake.cli.command;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Understands arguments that are no numbers.
final class ArgumentText {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private static final Duration LONGEST = Duration.ofDays(366);

    private ArgumentText() {}

    /// `500ms`, `30s`, `5m`, `1h`, or ISO-8601 such as `PT1M30S`.
    static Duration duration(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = DURATION.matcher(lower);
        try {
            Duration duration =
                    matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.parse(lower);
            if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("expected a duration of at most a year, found '" + text + "'");
            }
            return duration;
        } catch (DateTimeParseException unknown) {
            throw new TypeConversionException("expected a duration such as 30s, 5m or PT1M30S, found '" + text + "'");
        } catch (IllegalArgumentException negative) {
            throw refusal(negative);
        }
    }

    /// One of an enum's constants, by the name users write.
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> choices) {
        List<E> constants = List.of(choices.getEnumConstants());
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

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static TypeConversionException refusal(IllegalArgumentException cause) {
        TypeConversionException refusal = new TypeConversionException(String.valueOf(cause.getMessage()));
        refusal.initCause(cause);
        return refusal;
    }
}
