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
}
