package dev.spartanlake.fact;

import static dev.spartanlake.schema.Column.required;
import static dev.spartanlake.schema.ColumnType.INT16;
import static dev.spartanlake.schema.ColumnType.INT64;
import static dev.spartanlake.schema.ColumnType.STRING;

import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.Compression;
import dev.spartanlake.schema.Partitioning;
import dev.spartanlake.schema.Table;
import java.util.ArrayList;
import java.util.List;

/// The tables of Parquet files, each with its one explicit schema.
public final class Tables {

    /// The version of everything in this class. It grows with every change to what is on disk.
    public static final int FORMAT_VERSION = 1;

    /// One row per match of a tracked player.
    public static final Table<PlayerRow> MATCH_FACTS = new Table<>(
            "match_facts",
            "One row per match of a tracked player",
            Partitioning.PLAYER_MONTH,
            Compression.SNAPPY,
            List.of("match_id", "xuid"),
            concat(
                    List.of(Columns.matchId(PlayerRow::document), Columns.xuid()),
                    Columns.moment(PlayerRow::document),
                    Columns.matchColumns(),
                    Columns.playerColumns(),
                    Columns.combatColumns(),
                    Columns.contextColumns(),
                    Columns.derivedColumns()));

    /// One row per match, tracked player and kind of medal.
    public static final Table<MedalRow> MEDAL_AWARDS = new Table<>(
            "medal_awards",
            "One row per match, tracked player and kind of medal earned",
            Partitioning.PLAYER_MONTH,
            Compression.SNAPPY,
            List.of("match_id", "xuid", "medal_name_id"),
            concat(
                    List.of(
                            Columns.matchId(row -> row.owner().document()),
                            Columns.xuid().of(MedalRow::owner)),
                    Columns.moment(row -> row.owner().document()),
                    List.of(
                            required(
                                    "medal_name_id",
                                    INT64,
                                    "The kind of medal, an unsigned 32-bit number",
                                    row -> row.medal().nameId()),
                            required(
                                    "count",
                                    INT16,
                                    "How many were earned, at least 1",
                                    row -> row.medal().count()))));

    /// One row per participant, bots included; each match once, however many tracked players were in it.
    public static final Table<PlayerRow> MATCH_PARTICIPANTS = new Table<>(
            "match_participants",
            "One row per participant of a match, bots included",
            Partitioning.MONTH,
            Compression.SNAPPY,
            List.of("match_id", "player_id"),
            concat(
                    List.of(Columns.matchId(PlayerRow::document)),
                    Columns.moment(PlayerRow::document),
                    Columns.identityColumns(),
                    Columns.playerColumns(),
                    Columns.combatColumns(),
                    Columns.presenceColumns()));

    /// One row per match: the document everything else is derived from.
    public static final Table<DocumentRow> MATCH_DOCUMENTS = new Table<>(
            "match_documents",
            "One row per match: the API's JSON document, from which every other row can be rebuilt",
            Partitioning.MONTH,
            Compression.ZSTD,
            List.of("match_id"),
            concat(
                    List.of(Columns.matchId(DocumentRow::document)),
                    Columns.moment(DocumentRow::document),
                    List.of(
                            required(
                                    "content_sha256",
                                    STRING,
                                    "SHA-256 of `document` in UTF-8, 64 lower-case hexadecimal digits",
                                    row -> row.content().sha256()),
                            required(
                                    "document",
                                    STRING,
                                    "The JSON text as obtained, without the white space between its tokens",
                                    row -> row.content().text()))));

    /// All tables, in the order in which a commit writes them.
    public static final List<Table<?>> ALL = List.of(MATCH_FACTS, MEDAL_AWARDS, MATCH_PARTICIPANTS, MATCH_DOCUMENTS);

    private Tables() {}

    /// The table of a name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Table<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table is named \"" + name + "\""));
    }

    @SafeVarargs
    private static <R> List<Column<R>> concat(List<Column<R>>... parts) {
        List<Column<R>> columns = new ArrayList<>();
        for (List<Column<R>> part : parts) {
            columns.addAll(part);
        }
        return columns;
    }
}
