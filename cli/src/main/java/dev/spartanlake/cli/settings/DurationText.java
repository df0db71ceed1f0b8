package dev.spartanlake.cli.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as users write them: `500ms`, `30s`, `5m`, `1h`, or ISO-8601 such as `PT1M30S`.
public final class DurationText {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    /// The units, the longest first.
    private static final List<Unit> UNITS = List.of(
            new Unit("h", Duration.ofHours(1)),
            new Unit("m", Duration.ofMinutes(1)),
            new Unit("s", Duration.ofSeconds(1)),
            new Unit("ms", Duration.ofMillis(1)));

    private DurationText() {}

    /// Understands a duration.
    ///
    /// @throws IllegalArgumentException when it is none, is negative, or is longer than a year
    public static Duration parse(String text) {
        Duration duration = read(text);
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected a duration of at most a year, found '" + text + "'");
        }
        return duration;
    }

    /// The duration with the longest unit that leaves no rest.
    public static String of(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        return UNITS.stream()
                .filter(unit -> duration.equals(unit.length().multipliedBy(duration.dividedBy(unit.length()))))
                .findFirst()
                .map(unit -> duration.dividedBy(unit.length()) + unit.name())
                .orElseGet(duration::toString);
    }

    private static Duration read(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SHORT.matcher(lower);
        try {
            return matcher.matches()
                    ? unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)))
                    : Duration.parse(lower);
        } catch (DateTimeParseException unknown) {
            throw new IllegalArgumentException(
                    "expected a duration such as 30s, 5m or PT1M30S, found '" + text + "'", unknown);
        }
    }

    private static Duration unit(String name) {
        return UNITS.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .length();
    }

    private record Unit(String name, Duration length) {}
}
