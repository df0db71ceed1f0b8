package dev.spartanlake.verify;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.Incoming;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Partitioning;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Derives every row from its document and its skill document again, some months at a time, and
/// compares it with the row that is stored.
///
/// Rows of matches whose document is not there, or is not what the ledger says, are not looked at:
/// nothing tells what they should be. Ratings are likewise only looked at where the skill document
/// is the one the ledger names.
final class DerivationCheck {

    /// Facts, medals and participants; documents are compared with their hashes.
    private static final List<Table<?>> DERIVED =
            List.of(Tables.MATCH_FACTS, Tables.MEDAL_AWARDS, Tables.MATCH_PARTICIPANTS);

    private static final String MATCHES = "derived_matches";

    /// Those whose ratings nothing tells.
    private static final String UNRATED = "unrated_matches";

    /// Documents are packed to about a tenth of their length.
    private static final long BYTES_TOGETHER = 8L << 20;

    private final WarehouseDirectory directory;
    private final Engine engine;
    private final Incoming derived;
    private final Findings findings;
    private final SoundFiles sound;
    private final Listing listing;
    private final SkillCheck skillDocuments;
    private final EventCheck events;
    private final MatchReader reader = new MatchReader();

    DerivationCheck(
            WarehouseDirectory directory,
            Engine engine,
            Incoming derived,
            Findings findings,
            SoundFiles sound,
            Listing listing) {
        this.directory = directory;
        this.engine = engine;
        this.derived = derived;
        this.findings = findings;
        this.sound = sound;
        this.listing = listing;
        skillDocuments = new SkillCheck(engine, findings, sound, listing.ledger());
        events = new EventCheck(engine, findings, sound);
    }

    /// Looks at months, several at once where they are small: the engine takes its time over so wide a comparison.
    void run(List<YearMonth> months) {
        Map<YearMonth, Long> sizes = new HashMap<>();
        listing.files().stream()
                .filter(file -> file.partition().table().equals(Tables.MATCH_DOCUMENTS.name()))
                .forEach(file ->
                        sizes.put(file.partition().month(), file.fingerprint().sizeBytes()));
        List<YearMonth> together = new ArrayList<>();
        long size = 0;
        for (YearMonth month : months) {
            long more = sizes.getOrDefault(month, 0L);
            if (size + more > BYTES_TOGETHER && !together.isEmpty()) {
                look(together);
                together.clear();
                size = 0;
            }
            together.add(month);
            size += more;
        }
        look(together);
    }

    private void look(List<YearMonth> months) {
        try {
            compare(months);
        } catch (WarehouseException failed) {
            // A file that is no longer readable spoils the comparison of all.
            for (YearMonth month : months) {
                Partition documents = documents(month);
                Location where = new Location(documents.table(), documents.path(), directory.resolve(documents.file()));
                findings.guard(where, () -> compare(List.of(month)));
            }
        }
    }

    private void compare(List<YearMonth> months) {
        derived.clear();
        Set<String> matches = new HashSet<>();
        Set<String> unrated = new HashSet<>();
        for (YearMonth month : months) {
            Partition documents = documents(month);
            Map<String, SkillDocument> skills = skillDocuments.read(month);
            Set<String> ofMonth = sound.find(documents)
                    .map(file -> derive(documents, file, skills))
                    .orElse(Set.of());
            matches.addAll(ofMonth);
            ofMonth.stream()
                    .filter(match -> hasSkill(match) && !skills.containsKey(match))
                    .forEach(unrated::add);
        }
        derived.flush();
        create(MATCHES, matches);
        create(UNRATED, unrated);
        for (Table<?> table : DERIVED) {
            compare(table, months);
        }
        months.forEach(month -> events.run(month, MATCHES));
    }

    private void create(String table, Set<String> matches) {
        engine.execute("CREATE OR REPLACE TABLE " + table + " AS SELECT unnest(" + Engine.literals(matches)
                + "::VARCHAR[]) AS match_id");
    }

    private boolean hasSkill(String match) {
        Ledger.Entry entry = listing.ledger().get(match);
        return entry != null && entry.skillSha256() != null;
    }

    private static Partition documents(YearMonth month) {
        return Partition.of(Tables.MATCH_DOCUMENTS, null, month);
    }

    /// @return the matches whose rows were derived
    private Set<String> derive(Partition partition, Path file, Map<String, SkillDocument> skills) {
        Set<String> matches = new HashSet<>();
        Tally changed = new Tally();
        Tally malformed = new Tally();
        Predicate<Partition> wanted = candidate -> !sound.isUnsound(candidate) && !Tables.isObtained(candidate.table());
        // Rows are handed to the engine while the documents are still being read.
        try (Engine reader = engine.another()) {
            reader.query(
                    "SELECT match_id, epoch_us(start_time), content_sha256, document FROM "
                            + Engine.parquet(List.of(file)) + " WHERE document IS NOT NULL AND match_id IS NOT NULL",
                    row -> {
                        Stored stored = Stored.of(row);
                        @Nullable MatchRows rows = rows(stored, changed, malformed);
                        if (rows != null && isStoredAs(stored)) {
                            matches.add(stored.matchId());
                            derived.addAgain(
                                    List.of(rows.with(skills.get(stored.matchId()))), listing.tracked(), wanted);
                        }
                        return stored.matchId();
                    });
        }
        findings.add(Kind.DOCUMENT_CHANGED, partition, file, changed);
        findings.add(Kind.DOCUMENT_MALFORMED, partition, file, malformed);
        return matches;
    }

    private boolean isStoredAs(Stored stored) {
        Ledger.Entry entry = listing.ledger().get(stored.matchId());
        return entry != null && stored.content().equals(entry.contentSha256());
    }

    private @Nullable MatchRows rows(Stored stored, Tally changed, Tally malformed) {
        byte[] text = stored.document().getBytes(StandardCharsets.UTF_8);
        String content = DocumentContent.sha256(text);
        if (!content.equals(stored.content())) {
            changed.add(stored.matchId() + " " + stored.content(), content);
            return null;
        }
        return switch (reader.read(text)) {
            case MatchReading.Refused refused -> {
                malformed.add(stored.matchId(), refused.violations().getFirst().toString());
                yield null;
            }
            case MatchReading.Accepted(MatchRows rows) -> {
                MatchDocument document = rows.document().document();
                String found = document.matchId() + " " + document.matchInfo().startTime();
                String expected = stored.matchId() + " " + stored.startTime();
                if (!found.equals(expected)) {
                    malformed.add(expected, found);
                    yield null;
                }
                yield rows;
            }
        };
    }

    private void compare(Table<?> table, List<YearMonth> months) {
        List<Path> files = months.stream()
                .flatMap(month -> sound.of(table, month).stream())
                .toList();
        String stored = files.isEmpty()
                ? "SELECT *, true AS is_rated FROM (" + Incoming.noRows(table) + ")"
                : "SELECT *, match_id NOT IN (SELECT match_id FROM " + UNRATED + ") AS is_rated FROM "
                        + Engine.parquet(files) + " WHERE match_id IN (SELECT match_id FROM " + MATCHES + ")";
        for (Difference difference : engine.query(statement(table, stored), Difference::of)) {
            Partition partition = Partition.of(table, difference.player(), difference.month());
            findings.add(
                    difference.kind(),
                    partition,
                    sound.find(partition).orElse(directory.resolve(partition.file())),
                    difference.expected(),
                    Tally.counted(difference.found(), difference.rows()));
        }
    }

    private static String statement(Table<?> table, String stored) {
        List<String> compared = table.columns().stream()
                .map(Column::name)
                .filter(column -> !table.key().contains(column) && !Tables.FROM_CAREERS.contains(column))
                .toList();
        String key = table.key().stream()
                .filter(column -> !column.equals("xuid"))
                .map(column -> "coalesce(s." + column + ", d." + column + ")::VARCHAR")
                .collect(Collectors.joining(", ", "concat_ws(' ', ", ")"));
        return """
                SELECT player, year, month, kind, count(*), arg_min(expected, place), arg_min(found, place)
                FROM (
                    SELECT %1$s AS player, coalesce(s.year, d.year) AS year, coalesce(s.month, d.month) AS month, %2$s AS place,
                        CASE WHEN s.match_id IS NULL THEN '%3$s' WHEN d.match_id IS NULL THEN '%4$s' ELSE '%5$s' END AS kind,
                        CASE WHEN d.match_id IS NULL THEN '-' WHEN s.match_id IS NULL THEN %2$s %6$s END AS expected,
                        CASE WHEN s.match_id IS NULL THEN '-' WHEN d.match_id IS NULL THEN %2$s %7$s END AS found
                    FROM (%8$s) AS s FULL JOIN %9$s AS d ON %10$s
                    WHERE s.match_id IS NULL OR d.match_id IS NULL OR %11$s
                )
                GROUP BY player, year, month, kind
                ORDER BY player, year, month, kind
                """.formatted(
                        table.partitioning() == Partitioning.PLAYER_MONTH ? "coalesce(s.xuid, d.xuid)" : "NULL",
                        key,
                        Kind.ROW_MISSING.name(),
                        Kind.ROW_UNEXPECTED.name(),
                        Kind.VALUE_DIFFERS.name(),
                        firstDifference(compared, "d", key + " || ' ' || "),
                        firstDifference(compared, "s", ""),
                        stored,
                        Incoming.name(table),
                        table.key().stream()
                                .map(column -> "s." + column + " = d." + column)
                                .collect(Collectors.joining(" AND ")),
                        compared.stream().map(DerivationCheck::differs).collect(Collectors.joining(" OR ")));
    }

    private static String differs(String column) {
        String differs = "s." + column + " IS DISTINCT FROM d." + column;
        return Tables.FROM_SKILL.contains(column) ? "(s.is_rated AND " + differs + ")" : differs;
    }

    /// The first column that differs, with its value on one side.
    private static String firstDifference(List<String> columns, String side, String before) {
        return columns.stream()
                .map(column -> "WHEN " + differs(column) + " THEN " + before + "'" + column + "=' || coalesce(" + side
                        + "." + column + "::VARCHAR, 'null')")
                .collect(Collectors.joining(" "));
    }

    /// A stored document.
    private record Stored(String matchId, Instant startTime, String content, String document) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString(1),
                    Engine.moment(row.getLong(2)),
                    String.valueOf(row.getString(3)),
                    row.getString(4));
        }
    }

    /// Rows of one partition that differ in the same way.
    private record Difference(
            @Nullable Xuid player, YearMonth month, Kind kind, long rows, String expected, String found) {

        static Difference of(ResultSet row) throws SQLException {
            return new Difference(
                    row.getString(1) == null ? null : Xuid.parse(row.getString(1)),
                    YearMonth.of(row.getInt(2), row.getInt(3)),
                    Kind.valueOf(row.getString(4)),
                    row.getLong(5),
                    row.getString(6),
                    row.getString(7));
        }
    }
}
