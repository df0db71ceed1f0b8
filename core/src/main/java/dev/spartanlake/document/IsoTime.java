package dev.spartanlake.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/// Reads ISO-8601 moments in UTC. A document has dozens of them, and the JDK's general parser takes a fifth of
/// the time of reading a document; the one form the API uses is read directly, every other by the JDK.
///
/// Hour 24 and second 60 are refused. The API writes neither, and the JDK makes the first the next day and drops the
/// second, which would move a match in silence.
final class IsoTime {

    private static final int FIXED_LENGTH = "2025-01-29T04:07:25".length();
    private static final int HOUR = "2025-01-29T".length();
    private static final int SECOND = "2025-01-29T04:07:".length();
    private static final int NANO_DIGITS = 9;

    private IsoTime() {}

    /// Reads a moment.
    ///
    /// @throws DateTimeException when the text is none
    static Instant parse(String text) {
        if (hasUsualForm(text)) {
            return usual(text);
        }
        if (text.startsWith("24", HOUR) || text.startsWith("60", SECOND)) {
            throw new DateTimeException("hours end at 23 and seconds at 59");
        }
        return Instant.parse(text);
    }

    /// `yyyy-mm-ddThh:mm:ss`, up to nine decimals, `Z`.
    private static boolean hasUsualForm(String text) {
        int last = text.length() - 1;
        if (last < FIXED_LENGTH || last > FIXED_LENGTH + 1 + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char expected = switch (i) {
                case 4, 7 -> '-';
                case 10 -> 'T';
                case 13, 16 -> ':';
                case 19 -> '.';
                default -> '0';
            };
            char found = text.charAt(i);
            boolean digit = found >= '0' && found <= '9';
            if (expected == '0' ? !digit : found != expected) {
                return false;
            }
        }
        return last != FIXED_LENGTH + 1
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    private static Instant usual(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int secondOfDay = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        int nanos = 0;
        int last = text.length() - 1;
        for (int i = 0; i < NANO_DIGITS; i++) {
            int position = FIXED_LENGTH + 1 + i;
            nanos = nanos * 10 + (position < last ? text.charAt(position) - '0' : 0);
        }
        return Instant.ofEpochSecond(day * 86_400 + secondOfDay, nanos);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
