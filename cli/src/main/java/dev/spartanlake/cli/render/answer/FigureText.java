package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.cli.render.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures as people like to read them, in one language and time zone. What is not known is a dash.
public final class FigureText {

    private static final String UNKNOWN = "–";
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3600;

    private final Messages messages;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter days;

    /// @param zone where moments are shown
    public FigureText(Messages messages, ZoneId zone) {
        this.messages = messages;
        minutes = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
        days = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(zone);
    }

    /// The words around the figures.
    Messages messages() {
        return messages;
    }

    /// A text, or a dash.
    static String text(@Nullable String text) {
        return text == null ? UNKNOWN : text;
    }

    /// A whole number with its thousands apart, or a dash.
    String count(@Nullable Number number) {
        return number == null ? UNKNOWN : messages.number(number.longValue());
    }

    /// A value of a measure with as many places as mean something.
    public String measure(Measure measure, @Nullable Double value) {
        return value == null ? UNKNOWN : text(measure, value, places(measure));
    }

    /// A single match's value: what is counted has no decimals.
    String ofMatch(Measure measure, @Nullable Double value) {
        return value == null ? UNKNOWN : text(measure, value, measure.isCount() ? 0 : places(measure));
    }

    private String text(Measure measure, double value, int places) {
        return isSigned(measure) ? messages.signed(value, places) : messages.decimal(value, places);
    }

    /// A difference of two values of a measure.
    public String change(Measure measure, @Nullable Double value) {
        return value == null ? UNKNOWN : messages.signed(value, places(measure));
    }

    /// A moment as `2025-01-31 20:15`.
    public String minute(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : minutes.format(moment);
    }

    /// A day as `2025-01-31`.
    String day(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : days.format(moment);
    }

    /// Seconds as `7:32`, from an hour on as `1:07:32`.
    String length(@Nullable Double seconds) {
        if (seconds == null) {
            return UNKNOWN;
        }
        long whole = Math.round(seconds);
        String below = String.format(Locale.ROOT, "%02d", whole % SECONDS_OF_MINUTE);
        long hours = whole / SECONDS_OF_HOUR;
        long left = whole % SECONDS_OF_HOUR / SECONDS_OF_MINUTE;
        return hours == 0 ? left + ":" + below : String.format(Locale.ROOT, "%d:%02d:%s", hours, left, below);
    }

    /// Seconds as `153 h 20 min`.
    String hours(@Nullable Double seconds) {
        if (seconds == null) {
            return UNKNOWN;
        }
        long whole = Math.round(seconds / SECONDS_OF_MINUTE);
        return messages.text(
                "answer.hours",
                messages.number(whole / SECONDS_OF_MINUTE),
                String.format(Locale.ROOT, "%02d", whole % SECONDS_OF_MINUTE));
    }

    private static boolean isSigned(Measure measure) {
        return switch (measure) {
            case KDA, MMR_ADVANTAGE, KILLS_ABOVE_EXPECTED, DEATHS_ABOVE_EXPECTED, CSR_CHANGE -> true;
            case WIN_RATE, KD_RATIO, ACCURACY, HEADSHOT_RATE -> false;
            case KILLS_PER_MATCH, DEATHS_PER_MATCH, ASSISTS_PER_MATCH -> false;
            case KILLS_PER_MINUTE, DEATHS_PER_MINUTE, ASSISTS_PER_MINUTE -> false;
            case DAMAGE_PER_LIFE, DAMAGE_DEALT, DAMAGE_TAKEN, DAMAGE_PER_MINUTE -> false;
            case LIFE_SECONDS, KILLING_SPREE, PERSONAL_SCORE, PERFORMANCE_SCORE, MINUTES_PLAYED -> false;
            case TEAM_MMR, ENEMY_MMR -> false;
        };
    }

    private static int places(Measure measure) {
        return switch (measure) {
            case DAMAGE_DEALT, DAMAGE_TAKEN, DAMAGE_PER_MINUTE, DAMAGE_PER_LIFE, PERSONAL_SCORE -> 0;
            case TEAM_MMR, ENEMY_MMR, MMR_ADVANTAGE -> 0;
            case KDA, KD_RATIO, KILLS_PER_MINUTE, DEATHS_PER_MINUTE, ASSISTS_PER_MINUTE -> 2;
            case KILLS_ABOVE_EXPECTED, DEATHS_ABOVE_EXPECTED -> 2;
            case WIN_RATE, ACCURACY, HEADSHOT_RATE -> 1;
            case KILLS_PER_MATCH, DEATHS_PER_MATCH, ASSISTS_PER_MATCH, KILLING_SPREE -> 1;
            case LIFE_SECONDS, PERFORMANCE_SCORE, MINUTES_PLAYED, CSR_CHANGE -> 1;
        };
    }
}
