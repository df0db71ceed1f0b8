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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares the matches that have rows with those in the ledger.
final class LedgerCheck {

    private final WarehouseDirectory directory;
    private final Engine engine;
    private final Findings findings;
    private final SoundFiles sound;
    private final Map<String, Ledger.Entry> ledger;
    private final Set<String> documented = new HashSet<>();

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
        boolean isDocuments = table.name().equals(Tables.MATCH_DOCUMENTS.name());
        Map<String, FileTally> tallies = new HashMap<>();
        files.forEach(file -> tallies.put(file.file().toString(), new FileTally(file)));
        String content = isDocuments ? "min(content_sha256)" : "NULL";
        List<Path> paths = files.stream().map(PartitionFile::file).toList();
        List<Found> matches = engine.query(
                "SELECT filename, match_id, epoch_us(min(start_time)), epoch_us(max(start_time)), " + content + " FROM "
                        + Engine.parquet(paths, "filename = true")
                        + " WHERE match_id IS NOT NULL GROUP BY filename, match_id ORDER BY filename, match_id",
                Found::of);
        for (Found match : matches) {
            FileTally tally = Objects.requireNonNull(tallies.get(match.file()));
            compare(match, tally, isDocuments);
        }
        tallies.values().forEach(tally -> tally.report(findings, isDocuments));
    }

    private void compare(Found match, FileTally tally, boolean isDocument) {
        Ledger.Entry entry = ledger.get(match.matchId());
        if (entry == null) {
            tally.unlisted.add(Findings.NONE, match.matchId());
            return;
        }
        if (!entry.startTime().equals(match.earliest()) || !entry.startTime().equals(match.latest())) {
            Instant other = entry.startTime().equals(match.earliest()) ? match.latest() : match.earliest();
            tally.start.add(match.matchId() + " " + entry.startTime(), other.toString());
        }
        if (isDocument) {
            documented.add(match.matchId());
            if (!Objects.equals(entry.contentSha256(), match.content())) {
                tally.content.add(
                        match.matchId() + " " + Objects.requireNonNullElse(entry.contentSha256(), Findings.NONE),
                        String.valueOf(match.content()));
            }
        }
    }

    /// Reports matches without documents, after all files of documents were looked at.
    void reportWithoutDocument(Scope scope) {
        Map<Partition, Tally> missing = new TreeMap<>();
        Map<Partition, Tally> lost = new TreeMap<>();
        for (Ledger.Entry entry : ledger.values()) {
            Partition partition = Partition.of(Tables.MATCH_DOCUMENTS, null, entry.startTime());
            if (scope.holds(partition.month())
                    && !documented.contains(entry.matchId())
                    && !sound.isUnsound(partition)) {
                if (entry.contentSha256() == null) {
                    lost.computeIfAbsent(partition, key -> new Tally()).add(Findings.NONE, entry.matchId());
                } else {
                    missing.computeIfAbsent(partition, key -> new Tally()).add(entry.matchId(), Findings.NONE);
                }
            }
        }
        missing.forEach((partition, tally) ->
                findings.add(Kind.DOCUMENT_MISSING, partition, directory.resolve(partition.file()), tally));
        lost.forEach((partition, tally) ->
                findings.add(Kind.DOCUMENT_LOST, partition, directory.resolve(partition.file()), tally));
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

        void report(Findings findings, boolean isDocuments) {
            Kind kind = isDocuments ? Kind.DOCUMENT_UNLISTED : Kind.MATCH_UNLISTED;
            findings.add(kind, file.partition(), file.file(), unlisted);
            findings.add(Kind.START_DIFFERS, file.partition(), file.file(), start);
            findings.add(Kind.CONTENT_DIFFERS, file.partition(), file.file(), content);
        }
    }

    /// A match that has rows in a file.
    private record Found(
            String file,
            String matchId,
            Instant earliest,
            Instant latest,
            @Nullable String content) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    row.getString(1),
                    row.getString(2),
                    Engine.moment(row.getLong(3)),
                    Engine.moment(row.getLong(4)),
                    row.getString(5));
        }
    }
}
