package dev.spartanlake.analytics.career;

import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;

/// By what a career can be cut into groups of matches.
public enum Dimension {
    /// The map, by its name, or its id where that has none; null when the document had no map.
    MAP(Order.MOST_PLAYED),
    /// The playlist, by its name, or its id where that has none; null outside matchmaking.
    PLAYLIST(Order.MOST_PLAYED),
    /// The mode, by its name, or the id of its variant; null when the document had neither.
    MODE(Order.MOST_PLAYED),
    /// The category of the mode; null when not known.
    CATEGORY(Order.MOST_PLAYED),
    /// The hour of day at which the match began, `00` to `23`.
    HOUR(Order.LABEL),
    /// The weekday on which the match began, `1` Monday to `7` Sunday.
    WEEKDAY(Order.LABEL),
    /// The day on which the match began, as `2025-01-29`.
    DAY(Order.LABEL),
    /// The week in which the match began, by its Monday as `2025-01-27`.
    WEEK(Order.LABEL),
    /// The month in which the match began, as `2025-01`.
    MONTH(Order.LABEL),
    /// The year in which the match began, as `2025`.
    YEAR(Order.LABEL),
    /// The season, by its path without directories and ending, in the order in which the player met them; null outside
    /// matchmaking.
    SEASON(Order.FIRST_PLAYED);

    private enum Order {
        MOST_PLAYED("count(*) DESC, label"),
        LABEL("label"),
        FIRST_PLAYED("min(start_time), label");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    private final Order order;

    Dimension(Order order) {
        this.order = order;
    }

    /// SQL of a match's group, as a text.
    String label(Viewpoint viewpoint) {
        String local = viewpoint.local("start_time");
        return switch (this) {
            case MAP -> "map_name";
            case PLAYLIST -> "playlist_name";
            case MODE -> "mode_name";
            case CATEGORY -> "category_name";
            case HOUR -> formatted(local, "%H");
            case WEEKDAY -> formatted(local, "%u");
            case DAY -> formatted(local, "%Y-%m-%d");
            case WEEK -> formatted("date_trunc('week', " + local + ")", "%Y-%m-%d");
            case MONTH -> formatted(local, "%Y-%m");
            case YEAR -> formatted(local, "%Y");
            case SEASON -> Scope.SEASON;
        };
    }

    /// SQL of the order of the groups.
    String order() {
        return order.sql;
    }

    private static String formatted(String time, String form) {
        return "strftime(" + time + ", '" + form + "')";
    }
}
