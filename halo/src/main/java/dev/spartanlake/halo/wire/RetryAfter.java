package dev.spartanlake.halo.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the header `Retry-After`, which is a number of seconds or a date.
final class RetryAfter {

    /// What asks for more is a mistake; the service is left alone for this long.
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /// How long the service wants to be left alone.
    ///
    /// @return never negative; empty when the header is absent or makes no sense
    static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header("Retry-After").map(String::strip).flatMap(text -> read(text, now));
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (!text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            boolean sensible = text.length() <= MOST_DIGITS;
            return Optional.of(sensible ? shorter(Duration.ofSeconds(Long.parseLong(text))) : LONGEST);
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? shorter(Duration.between(now, date)) : Duration.ZERO);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
    }
}
