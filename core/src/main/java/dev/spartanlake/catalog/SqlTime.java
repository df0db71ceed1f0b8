package dev.spartanlake.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments as the metadata database writes them: UTC, six decimals, so that texts sort like the moments.
public final class SqlTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SqlTime() {}

    /// The text of a moment, cut to the microsecond.
    public static String format(Instant moment) {
        return FORMAT.format(moment);
    }

    /// The text of a moment that may be unknown.
    public static @Nullable String formatNullable(@Nullable Instant moment) {
        return moment == null ? null : format(moment);
    }

    /// The moment of a text.
    public static Instant parse(String text) {
        return Instant.parse(text);
    }

    /// The moment of a text that may be null.
    public static @Nullable Instant parseNullable(@Nullable String text) {
        return text == null ? null : parse(text);
    }
}
