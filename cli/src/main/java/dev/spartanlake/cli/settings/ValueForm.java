package dev.spartanlake.cli.settings;

import dev.spartanlake.reference.Language;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// How the value of a setting is written.
///
/// @param type the class of the values
/// @param written what it is in TOML: a text or a whole number
/// @param expected what users may write, as it stands behind "expected"
/// @param reader understands a text, or throws [IllegalArgumentException] or [DateTimeException]
/// @param writer writes a value as users do
/// @param range which values are possible
record ValueForm<T>(
        Class<T> type,
        Written written,
        String expected,
        Function<String, T> reader,
        Function<T, String> writer,
        Predicate<T> range) {

    /// A duration of whole seconds in quotes.
    static ValueForm<Duration> wholeSeconds(Duration least) {
        return duration(
                least,
                "a duration of whole seconds from " + DurationText.of(least),
                value -> value.equals(value.truncatedTo(ChronoUnit.SECONDS)));
    }

    /// A duration in quotes.
    static ValueForm<Duration> duration(Duration least) {
        return duration(least, "a duration from " + DurationText.of(least), value -> true);
    }

    private static ValueForm<Duration> duration(Duration least, String expected, Predicate<Duration> further) {
        return new ValueForm<>(
                Duration.class,
                Written.TEXT,
                expected + " to a year, such as \"30s\", \"5m\" or \"2h\"",
                DurationText::parse,
                DurationText::of,
                further.and(value -> value.compareTo(least) >= 0));
    }

    /// A size in bytes, in quotes.
    static ValueForm<Long> size(long least) {
        return new ValueForm<>(
                Long.class,
                Written.TEXT,
                "a size of at least " + SizeText.of(least) + ", such as \"512MiB\" or \"2GiB\"",
                SizeText::parse,
                SizeText::of,
                value -> value >= least);
    }

    /// A whole number.
    static ValueForm<Integer> number(int least, int most) {
        return new ValueForm<>(
                Integer.class,
                Written.NUMBER,
                "a whole number from " + least + " to " + most,
                Integer::valueOf,
                String::valueOf,
                value -> value >= least && value <= most);
    }

    /// A language in quotes.
    static ValueForm<Language> language() {
        return new ValueForm<>(
                Language.class, Written.TEXT, "\"en\" or \"fr\"", Language::parse, Language::tag, value -> true);
    }

    /// A time zone in quotes.
    static ValueForm<ZoneId> zone() {
        return new ValueForm<>(
                ZoneId.class,
                Written.TEXT,
                "a time zone such as \"Europe/Paris\", \"UTC\" or \"+02:00\"",
                ZoneId::of,
                ZoneId::getId,
                value -> true);
    }

    /// A text in quotes.
    static ValueForm<String> text(String expected, Predicate<String> range) {
        return new ValueForm<>(String.class, Written.TEXT, expected, text -> text, text -> text, range);
    }

    /// Understands what a user wrote.
    ///
    /// @throws IllegalArgumentException with what was expected when it cannot be understood
    T parse(String text) {
        try {
            T value = reader.apply(text);
            if (range.test(value)) {
                return value;
            }
            throw new IllegalArgumentException(expected);
        } catch (IllegalArgumentException | DateTimeException unknown) {
            throw new IllegalArgumentException(expected, unknown);
        }
    }

    /// What a value is in TOML.
    enum Written {
        /// A text in quotes.
        TEXT(String.class),
        /// A whole number.
        NUMBER(Long.class);

        private final Class<?> type;

        Written(Class<?> type) {
            this.type = type;
        }

        /// Whether a value of a TOML document is of this kind.
        boolean matches(Object value) {
            return type.isInstance(value);
        }
    }
}
