package dev.spartanlake.verify;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.inspection.PartitionFile;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares the matches that have rows, and the parts of them, with those in the ledger.
final class LedgerCheck {

    private final WarehouseDirectory directory;
    private final Engine engine;
    private final Findings findings;
    private final SoundFiles sound;
    private final Map<String, Ledger.Entry> ledger;
    private final Map<Listed, Set<String>> stored = new EnumMap<>(Listed.class);

    LedgerCheck(
            WarehouseDirectory directory,
            Engine engine,
            Findings findings,
            SoundFiles sound,
            Map<String, Ledger.Entry> ledger) {
        this.directory = directory;
        this.engine = engine;
        this.findings = findings;
        this.sound = sound;
        this.ledger = ledger;
        for (Listed listed : Listed.values()) {
            stored.put(listed, new HashSet<>());
        }
    }

    /// Looks at the matches in files of one table.
    void run(Table<?> table, List<PartitionFile> files) {
        if (files.size() == 1) {
            PartitionFile file = files.getFirst();
            Location where = new Location(table.name(), file.partition().path(), file.file());
            findings.guard(where, () -> compare(table, files));
        } else if (!files.isEmpty()) {
            try {
                compare(table, files);
            } catch (WarehouseException failed) {
                // One file that is no longer readable makes the engine refuse them all.
                files.forEach(file -> run(table, List.of(file)));
            }
        }
    }

    private void compare(Table<?> table, List<PartitionFile> files) {
        Listed listed = Listed.in(table);
        Map<String, FileTally> tallies = new HashMap<>();
        files.forEach(file -> tallies.put(file.file().toString(), new FileTally(file)));
        List<Path> paths = files.stream().map(PartitionFile::file).toList();
        List<Found> matches = engine.query(
                "SELECT filename, match_id, epoch_us(min(start_time)), epoch_us(max(start_time)), min("
                        + listed.column + "), max(" + listed.column + ") FROM "
                        + Engine.parquet(paths, "filename = true")
                        + " WHERE match_id IS NOT NULL GROUP BY filename, match_id ORDER BY filename, match_id",
                Found::of);
        for (Found match : matches) {
            FileTally tally = Objects.requireNonNull(tallies.get(match.file()));
            compare(match, tally, listed);
        }
        tallies.values().forEach(tally -> tally.report(findings, listed));
    }

    private void compare(Found match, FileTally tally, Listed listed) {
        Ledger.Entry entry = ledger.get(match.matchId());
        if (entry == null) {
            tally.unlisted.add(Findings.NONE, match.matchId());
            return;
        }
        if (!entry.startTime().equals(match.earliest()) || !entry.startTime().equals(match.latest())) {
            Instant other = entry.startTime().equals(match.earliest()) ? match.latest() : match.earliest();
            tally.start.add(match.matchId() + " " + entry.startTime(), other.toString());
        }
        if (listed == Listed.MATCH) {
            return;
        }
        storedOf(listed).add(match.matchId());
        String expected = listed.of(entry);
        if (expected == null && listed != Listed.DOCUMENT) {
            tally.unlisted.add(Findings.NONE, match.matchId());
        } else if (!match.isAll(expected)) {
            tally.content.add(
                    match.matchId() + " " + Objects.requireNonNullElse(expected, Findings.NONE),
                    match.contentOtherThan(expected));
        }
    }

    /// Reports matches without what the ledger says is stored of them, after all files were looked
    /// at. A film without rows is one in which nothing happened.
    void reportMissing(Scope scope) {
        Map<Partition, Tally> missing = new TreeMap<>();
        Map<Partition, Tally> lost = new TreeMap<>();
        for (Ledger.Entry entry : ledger.values()) {
            if (scope.holds(Partition.monthOf(entry.startTime()))) {
                look(entry, Tables.MATCH_DOCUMENTS, Listed.DOCUMENT).ifPresent(partition -> {
                    if (entry.contentSha256() == null) {
                        lost.computeIfAbsent(partition, key -> new Tally()).add(Findings.NONE, entry.matchId());
                    } else {
                        missing.computeIfAbsent(partition, key -> new Tally()).add(entry.matchId(), Findings.NONE);
                    }
                });
                if (entry.skillSha256() != null) {
                    look(entry, Tables.SKILL_DOCUMENTS, Listed.SKILL)
                            .ifPresent(partition -> missing.computeIfAbsent(partition, key -> new Tally())
                                    .add(entry.matchId(), Findings.NONE));
                }
            }
        }
        report(Kind.DOCUMENT_MISSING, missing);
        report(Kind.DOCUMENT_LOST, lost);
    }

    /// Where a match should be, and can be told not to be.
    private Optional<Partition> look(Ledger.Entry entry, Table<?> table, Listed listed) {
        Partition partition = Partition.of(table, null, entry.startTime());
        boolean isThere = storedOf(listed).contains(entry.matchId());
        return isThere || sound.isUnsound(partition) ? Optional.empty() : Optional.of(partition);
    }

    private Set<String> storedOf(Listed listed) {
        return Objects.requireNonNull(stored.get(listed));
    }

    private void report(Kind kind, Map<Partition, Tally> tallies) {
        tallies.forEach(
                (partition, tally) -> findings.add(kind, partition, directory.resolve(partition.file()), tally));
    }

    /// What the ledger says of the rows of a table.
    private enum Listed {
        /// Only that there is such a match.
        MATCH("NULL", Kind.MATCH_UNLISTED),
        /// The match's document.
        DOCUMENT("content_sha256", Kind.DOCUMENT_UNLISTED),
        /// Its skill document.
        SKILL("content_sha256", Kind.DOCUMENT_UNLISTED),
        /// What its highlight events were read from: the chunk, and as which version.
        FILM("concat_ws(' ', film_sha256, film_version)", Kind.MATCH_UNLISTED);

        private final String column;
        private final Kind unlisted;

        Listed(String column, Kind unlisted) {
            this.column = column;
            this.unlisted = unlisted;
        }

        static Listed in(Table<?> table) {
            if (table.equals(Tables.MATCH_DOCUMENTS)) {
                return DOCUMENT;
            }
            if (table.equals(Tables.SKILL_DOCUMENTS)) {
                return SKILL;
            }
            return table.equals(Tables.HIGHLIGHT_EVENTS) ? FILM : MATCH;
        }

        @Nullable
        String of(Ledger.Entry entry) {
            return switch (this) {
                case MATCH -> null;
                case DOCUMENT -> entry.contentSha256();
                case SKILL -> entry.skillSha256();
                case FILM -> entry.film() == null ? null : entry.film().text();
            };
        }
    }

    /// What is wrong with the matches of one file.
    private static final class FileTally {

        private final PartitionFile file;
        private final Tally unlisted = new Tally();
        private final Tally start = new Tally();
        private final Tally content = new Tally();

        FileTally(PartitionFile file) {
            this.file = file;
        }

        void report(Findings findings, Listed listed) {
            findings.add(listed.unlisted, file.partition(), file.file(), unlisted);
            findings.add(Kind.START_DIFFERS, file.partition(), file.file(), start);
            findings.add(Kind.CONTENT_DIFFERS, file.partition(), file.file(), content);
        }
    }

    /// A match that has rows in a file.
    ///
    /// @param least of what its rows say of their content the first
    /// @param greatest of that the last
    private record Found(
            String file,
            String matchId,
            Instant earliest,
            Instant latest,
            @Nullable String least,
            @Nullable String greatest) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    row.getString(1),
                    row.getString(2),
                    Engine.moment(row.getLong(3)),
                    Engine.moment(row.getLong(4)),
                    row.getString(5),
                    row.getString(6));
        }

        boolean isAll(@Nullable String content) {
            return Objects.equals(least, content) && Objects.equals(greatest, content);
        }

        String contentOtherThan(@Nullable String content) {
            return String.valueOf(Objects.equals(least, content) ? greatest : least);
        }
    }
}
