package dev.spartanlake.fact;

import static dev.spartanlake.schema.Column.optional;
import static dev.spartanlake.schema.Column.required;
import static dev.spartanlake.schema.ColumnType.INT16;
import static dev.spartanlake.schema.ColumnType.INT32;
import static dev.spartanlake.schema.ColumnType.INT64;
import static dev.spartanlake.schema.ColumnType.STRING;

import dev.spartanlake.schema.Column;
import java.util.List;

/// The columns of a highlight event.
final class EventColumns {

    private EventColumns() {}

    static List<Column<EventRow>> all() {
        return List.of(
                required(
                        "event_index",
                        INT32,
                        "Its place in the film, from 0",
                        row -> row.event().ordinal()),
                required(
                        "time_ms",
                        INT64,
                        "Milliseconds since the film began, breaks between rounds included",
                        row -> row.event().time().toMillis()),
                required(
                        "xuid",
                        STRING,
                        "The player's Xbox user identifier in digits",
                        row -> row.event().xuid().text()),
                required(
                        "gamertag",
                        STRING,
                        "The player's name when the match was played",
                        row -> row.event().gamertag()),
                required(
                        "team_id",
                        INT16,
                        "The team, in free-for-all a number of the player's own",
                        row -> row.event().team()),
                optional(
                        "slot",
                        INT16,
                        "The number within the team, from 0; null in free-for-all",
                        row -> row.event().slot()),
                required(
                        "event",
                        STRING,
                        "`kill`, `death`, `mode`, `medal` or `unknown`",
                        row -> row.event().happening().kind()),
                optional(
                        "medal_name_id",
                        INT64,
                        "The medal, as in `medal_awards`; null for all else, and for one that is not known yet",
                        EventRow::medalNameId),
                required("flag", INT16, "1 for medals, 0 for all else that is known", EventRow::flag),
                required("code", INT64, "The film's own number of the medal or event, unsigned", EventRow::code),
                required(
                        "weight",
                        INT16,
                        "The medal's sorting weight as the film has it; of all else a number of its kind",
                        row -> row.event().weight()),
                required(
                        "film_version",
                        INT16,
                        "The film's major version",
                        event -> event.film().majorVersion()),
                required(
                        "film_sha256",
                        STRING,
                        "SHA-256 of the film's chunk of highlight events, 64 lower-case hexadecimal digits",
                        event -> event.film().sha256()));
    }
}
