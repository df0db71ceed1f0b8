package dev.spartanlake.fact;

import static dev.spartanlake.schema.Column.required;
import static dev.spartanlake.schema.ColumnType.INT16;
import static dev.spartanlake.schema.ColumnType.INT8;
import static dev.spartanlake.schema.ColumnType.STRING;
import static dev.spartanlake.schema.ColumnType.TIMESTAMP;

import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.Partition;
import java.util.List;
import java.util.function.Function;

/// The columns that tables of several kinds of rows share.
final class Columns {

    private Columns() {}

    static <R> Column<R> matchId(Function<R, MatchDocument> document) {
        return required(
                "match_id",
                STRING,
                "The match's GUID in lower case",
                row -> document.apply(row).matchId());
    }

    static Column<PlayerRow> xuid() {
        return required(
                "xuid", STRING, "The player's Xbox user identifier in digits", row -> PlayerRow.digits(row.xuid()));
    }

    static <R> List<Column<R>> moment(Function<R, MatchDocument> document) {
        return List.of(
                required(
                        "start_time",
                        TIMESTAMP,
                        "When the match's session was created",
                        row -> document.apply(row).matchInfo().startTime()),
                required(
                        "year",
                        INT16,
                        "Year of `start_time` in UTC",
                        row -> Partition.monthOf(document.apply(row).matchInfo().startTime())
                                .getYear()),
                required(
                        "month",
                        INT8,
                        "Month of `start_time` in UTC, 1 to 12",
                        row -> Partition.monthOf(document.apply(row).matchInfo().startTime())
                                .getMonthValue()));
    }
}
