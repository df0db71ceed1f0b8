package dev.spartanlake.cli.question;

import dev.spartanlake.cli.render.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands times as users write them: `2025`, `2025-01`, `2025-01-31` and `2025-01-31T20:15:00Z`, and lengths of
/// time back from now: `24h`, `30d`, `12w`, `6m` and `1y`.
final class Period {

    private static final Pattern BACK = Pattern.compile("([1-9][0-9]{0,4})([hdwmy])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private Period() {}

    /// This moment, as exact as a period needs.
    static ZonedDateTime now(ZoneId zone) {
        return ZonedDateTime.now(zone).truncatedTo(ChronoUnit.SECONDS);
    }

    /// When a time begins.
    ///
    /// @throws IllegalArgumentException when the text is none
    static Instant beginning(String text, ZoneId zone) {
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            return firstDay(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException unknown) {
            throw refused(text, unknown);
        }
    }

    /// When a time has ended: the moment after the year, month or day.
    ///
    /// @throws IllegalArgumentException when the text is none
    static Instant end(String text, ZoneId zone) {
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            LocalDate first = firstDay(text);
            LocalDate next = YEAR.matcher(text).matches()
                    ? first.plusYears(1)
                    : MONTH.matcher(text).matches() ? first.plusMonths(1) : first.plusDays(1);
            return next.atStartOfDay(zone).toInstant();
        } catch (DateTimeException unknown) {
            throw refused(text, unknown);
        }
    }

    /// The moment that lies so far back.
    ///
    /// @throws IllegalArgumentException when the text is no length of time
    static Instant back(String text, ZonedDateTime now) {
        Matcher matcher = length(text);
        long amount = Long.parseLong(matcher.group(1));
        ZonedDateTime then = switch (matcher.group(2)) {
            case "h" -> now.minusHours(amount);
            case "d" -> now.minusDays(amount);
            case "w" -> now.minusWeeks(amount);
            case "m" -> now.minusMonths(amount);
            default -> now.minusYears(amount);
        };
        return then.toInstant();
    }

    /// A length of time in words.
    ///
    /// @throws IllegalArgumentException when the text is no length of time
    static String words(String text, Messages messages) {
        Matcher matcher = length(text);
        return messages.counted("length." + matcher.group(2), Long.parseLong(matcher.group(1)));
    }

    private static Matcher length(String text) {
        Matcher matcher = BACK.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected a length of time such as 24h, 30d, 12w, 6m or 1y, found '" + text + "'");
        }
        return matcher;
    }

    private static LocalDate firstDay(String text) {
        if (YEAR.matcher(text).matches()) {
            return Year.parse(text).atDay(1);
        }
        return MONTH.matcher(text).matches() ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text);
    }

    private static IllegalArgumentException refused(String text, DateTimeException cause) {
        return new IllegalArgumentException(
                "expected a time such as 2025, 2025-01, 2025-01-31 or 2025-01-31T20:15:00Z, found '" + text + "'",
                cause);
    }
}
