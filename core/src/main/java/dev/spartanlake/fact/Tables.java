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
import java.util.Set;
import java.util.stream.Collectors;

/// The tables of Parquet files, each with its one explicit schema.
public final class Tables {

    private static final int FIRST_FORMAT = 1;
    private static final int FORMAT_WITH_PARTS = 4;

    /// One row per match of a tracked player.
    public static final Table<PlayerRow> MATCH_FACTS = new Table<>(
            "match_facts",
            "One row per match of a tracked player",
            FIRST_FORMAT,
            Partitioning.PLAYER_MONTH,
            Compression.SNAPPY,
            List.of("match_id", "xuid"),
            concat(
                    List.of(Columns.matchId(PlayerRow::document), Columns.xuid()),
                    Columns.moment(PlayerRow::document),
                    FactColumns.match(),
                    PlayerColumns.result(),
                    PlayerColumns.combat(),
                    FactColumns.context(),
                    FactColumns.ofSkill(),
                    FactColumns.ofCareer()));

    /// One row per match, tracked player and kind of medal.
    public static final Table<MedalRow> MEDAL_AWARDS = new Table<>(
            "medal_awards",
            "One row per match, tracked player and kind of medal earned",
            FIRST_FORMAT,
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
            FIRST_FORMAT,
            Partitioning.MONTH,
            Compression.SNAPPY,
            List.of("match_id", "player_id"),
            concat(
                    List.of(Columns.matchId(PlayerRow::document)),
                    Columns.moment(PlayerRow::document),
                    PlayerColumns.identity(),
                    PlayerColumns.result(),
                    PlayerColumns.combat(),
                    PlayerColumns.presence()));

    /// One row per match: the document participants, medals and facts follow from, but for the
    /// facts' ratings.
    public static final Table<DocumentRow> MATCH_DOCUMENTS = documents(
            "match_documents",
            "One row per match: the API's JSON document, from which participants, medals and facts without ratings follow",
            FIRST_FORMAT);

    /// One row per match of which the skill service knows something.
    public static final Table<DocumentRow> SKILL_DOCUMENTS = documents(
            "skill_documents",
            "One row per match with skill data: the API's JSON document, from which facts take ratings and ranks",
            FORMAT_WITH_PARTS);

    /// One row per highlight event of a match whose film was read.
    public static final Table<EventRow> HIGHLIGHT_EVENTS = new Table<>(
            "highlight_events",
            "One row per highlight event of a match whose film was read",
            FORMAT_WITH_PARTS,
            Partitioning.MONTH,
            Compression.SNAPPY,
            List.of("match_id", "event_index"),
            concat(
                    List.of(Columns.matchId(EventRow::document)),
                    Columns.moment(EventRow::document),
                    EventColumns.all()));

    /// All tables, in the order in which a commit writes them.
    public static final List<Table<?>> ALL =
            List.of(MATCH_FACTS, MEDAL_AWARDS, MATCH_PARTICIPANTS, HIGHLIGHT_EVENTS, SKILL_DOCUMENTS, MATCH_DOCUMENTS);

    /// The tables whose rows follow from nothing else in the warehouse. All other rows can be made anew from these.
    public static final Set<Table<?>> OBTAINED = Set.of(MATCH_DOCUMENTS, SKILL_DOCUMENTS, HIGHLIGHT_EVENTS);

    /// The columns of facts that follow from skill documents.
    public static final Set<String> FROM_SKILL =
            FactColumns.ofSkill().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

    /// The columns of facts that follow from the whole career.
    public static final Set<String> FROM_CAREERS =
            FactColumns.ofCareer().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

    private Tables() {}

    /// Whether a table is one of [#OBTAINED].
    ///
    /// @param name the name of any table
    public static boolean isObtained(String name) {
        return OBTAINED.stream().anyMatch(table -> table.name().equals(name));
    }

    /// The table of a name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Table<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table is named \"" + name + "\""));
    }

    private static Table<DocumentRow> documents(String name, String description, int format) {
        return new Table<>(
                name,
                description,
                format,
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
