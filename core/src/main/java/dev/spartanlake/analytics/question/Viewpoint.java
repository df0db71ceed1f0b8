package dev.spartanlake.analytics.question;

import dev.spartanlake.reference.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// From where matches are looked at.
///
/// @param language the language of the names of maps, modes, playlists and medals
/// @param zone the time zone of hours, weekdays, days and months; matches are stored in UTC
public record Viewpoint(Language language, ZoneId zone) {

    /// English names and UTC.
    public static Viewpoint standard() {
        return new Viewpoint(Language.EN, ZoneOffset.UTC);
    }

    /// SQL of a moment's local date and time.
    ///
    /// @param moment SQL of the moment
    public String local(String moment) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return "(" + moment + " AT TIME ZONE 'UTC' + INTERVAL (" + offset.getTotalSeconds() + ") SECOND)";
        }
        return "(" + moment + " AT TIME ZONE '" + zone.getId() + "')";
    }

    /// SQL of the name that a row of metadata has in the language, else in the other one; null where it has none.
    ///
    /// @param row the row's name in the statement; it has `name_en` and `name_fr`
    public String name(String row) {
        return switch (language) {
            case EN -> "coalesce(%1$s.name_en, %1$s.name_fr)".formatted(row);
            case FR -> "coalesce(%1$s.name_fr, %1$s.name_en)".formatted(row);
        };
    }
}
