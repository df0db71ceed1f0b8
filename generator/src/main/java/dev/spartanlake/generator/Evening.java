package dev.spartanlake.generator;

import dev.spartanlake.generator.chance.Draw;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/// The evening of a day, for players who live by the clock of [#HOME].
///
/// The last evening of a month and the one before the clocks change have a border; one match runs across it.
///
/// @param date the UTC date it begins on
/// @param borderMillis the border in milliseconds since 1970, or 0 where there is none
record Evening(LocalDate date, long borderMillis) {

    private static final ZoneId HOME = ZoneId.of("Europe/Paris");
    private static final long MINUTE_MILLIS = 60_000;
    private static final long MATCH_MILLIS = 12 * MINUTE_MILLIS + 30_000;
    private static final int MOST_BEFORE_BORDER = 8;
    private static final int USUAL_EVENING_MATCHES = 20;
    /// The longest usual match with the pauses around it is shorter than this.
    private static final long BORDER_REACH_MILLIS = 25 * MINUTE_MILLIS;
    /// The shortest match is longer than this.
    private static final int BORDER_LEAD_MILLIS = 100_000;

    static Evening of(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return new Evening(date, border(date));
    }

    boolean hasBorder() {
        return borderMillis > 0;
    }

    boolean isBeforeBorder(long millis) {
        return millis < borderMillis;
    }

    /// When play begins.
    ///
    /// @param matches how many matches are to be played
    /// @param crowded whether the whole day is needed for them
    long opening(int matches, boolean crowded, Draw draw) {
        if (hasBorder() && !crowded) {
            return borderMillis - Math.min(matches - 1, MOST_BEFORE_BORDER) * MATCH_MILLIS - BORDER_LEAD_MILLIS;
        }
        if (matches <= USUAL_EVENING_MATCHES) {
            return local(18, 30) + draw.below((int) (180 * MINUTE_MILLIS));
        }
        return local(23, 30) - Math.min(matches * MATCH_MILLIS, 17 * 60 * MINUTE_MILLIS);
    }

    /// Moves a start so that one match of the evening runs across the border.
    long acrossBorder(long start, boolean last, Draw draw) {
        long across = borderMillis - BORDER_LEAD_MILLIS - draw.below(20_000);
        boolean near = last || start >= borderMillis - BORDER_REACH_MILLIS;
        return start < across && near ? across : start;
    }

    private long local(int hour, int minute) {
        return date.atTime(hour, minute).atZone(HOME).toInstant().toEpochMilli();
    }

    private static long border(LocalDate date) {
        Instant midnight = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (date.lengthOfMonth() == date.getDayOfMonth()) {
            return midnight.toEpochMilli();
        }
        ZoneOffsetTransition change = HOME.getRules().nextTransition(midnight.minus(Duration.ofHours(12)));
        boolean tonight = change != null && change.getInstant().isBefore(midnight.plus(Duration.ofHours(12)));
        return tonight ? change.getInstant().toEpochMilli() : 0;
    }
}
