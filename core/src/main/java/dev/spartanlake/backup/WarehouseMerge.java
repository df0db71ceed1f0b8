package dev.spartanlake.backup;

import dev.spartanlake.backup.FileStaging.Staged;
import dev.spartanlake.catalog.AttachedCatalog;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.CatalogDifferences;
import dev.spartanlake.catalog.CatalogDifferences.Age;
import dev.spartanlake.catalog.CatalogDifferences.Difference;
import dev.spartanlake.catalog.CatalogDifferences.PartDifference;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes in what another warehouse holds, in one commit. Its documents come in like any others; of
/// two contents of one match the one that was obtained later stands, and the other one is kept
/// among the replaced ones. Skill documents and films come with their matches, and to those here
/// that lack them.
public final class WarehouseMerge {

    /// How many documents are in memory at once.
    private static final int GROUP_DOCUMENTS = 128;

    private final WarehouseDirectory other;
    private final WarehouseDirectory target;
    private final Terms terms;
    private final Function<WarehouseWriter, PendingCommit> begin;
    private final MatchReader reader = new MatchReader();
    private long quarantined;

    /// Prepares to merge.
    ///
    /// @param other the other warehouse, of the present or an earlier format version; nothing is changed in it
    /// @param target the warehouse that takes it in
    /// @param begin begins a change of the warehouse
    public WarehouseMerge(
            WarehouseDirectory other,
            WarehouseDirectory target,
            Terms terms,
            Function<WarehouseWriter, PendingCommit> begin) {
        this.other = other;
        this.target = target;
        this.terms = terms;
        this.begin = begin;
    }

    /// Merges, once.
    public MergeReport run() {
        long start = System.nanoTime();
        Places.refuseOverlap(other, target);
        try (SourceWarehouse from = SourceWarehouse.open(other, terms.files())) {
            Places.refuseOccupied(target);
            try (WarehouseWriter writer = terms.openWriter(target)) {
                return run(from, writer, start);
            }
        }
    }

    private MergeReport run(SourceWarehouse from, WarehouseWriter writer, long start) {
        FileStaging staging = new FileStaging(from, target, terms);
        Staged staged = staging.stage(state -> filesWanted(state, staging.database(), writer.catalog()));
        Set<Xuid> tracked;
        try (Catalog copy = Catalog.openFileForReading(staging.database())) {
            tracked = copy.players().tracked();
        }
        try (AttachedCatalog theirs = writer.catalog().attach(staging.database())) {
            List<Difference> differences = theirs.differences().ofDocuments();
            List<PartDifference> partDifferences = theirs.differences().ofParts();
            Map<Age, List<Difference>> byAge = differences.stream().collect(Collectors.groupingBy(Difference::age));
            List<Difference> earlier = byAge.getOrDefault(Age.EARLIER, List.of());
            List<Difference> taken = differences.stream()
                    .filter(difference -> difference.age() != Age.EARLIER)
                    .toList();
            Set<String> arriving = taken.stream().map(Difference::matchId).collect(Collectors.toSet());
            List<PartDifference> supplements = partDifferences.stream()
                    .filter(part -> part.isTaken() && !arriving.contains(part.matchId()))
                    .toList();
            PendingCommit commit = begin.apply(writer);
            commit.track(tracked);
            Documents documents = new Documents(writer.engine(), staged.files());
            OtherParts parts = new OtherParts(writer.engine(), staged.files(), partDifferences, this::damaged);
            documents.forEach(
                    taken, group -> stage(commit, group.stream().map(this::rows).toList(), parts));
            groups(supplements, group -> stage(commit, commit.storedMatches(group), parts));
            boolean isTrackedAlready = writer.catalog().players().tracked().containsAll(tracked);
            if (!differences.isEmpty() || !partDifferences.isEmpty() || !isTrackedAlready || theirs.hasGapsToFill()) {
                commit.also(catalog -> {
                    documents.forEach(
                            earlier,
                            group -> catalog.ledger()
                                    .keepSuperseded(group, catalog.commits().generation()));
                    groups(
                            partDifferences,
                            group -> catalog.ledger()
                                    .keepSuperseded(
                                            parts.keptAside(group),
                                            catalog.commits().generation()));
                    theirs.adoptObtained();
                    theirs.fillGaps();
                    takeRefused();
                });
            } else {
                takeRefused();
            }
            CommitOutcome outcome =
                    commit.commit(terms.claim().command(), terms.claim().clock().instant());
            long lost = staged.state().lost();
            Set<String> differing =
                    differences.stream().map(Difference::matchId).collect(Collectors.toSet());
            long supplemented = supplements.stream()
                    .filter(part -> part.hasDocument() && !differing.contains(part.matchId()))
                    .count();
            return new MergeReport(
                    other.root(),
                    byAge.getOrDefault(Age.UNKNOWN, List.of()).size(),
                    byAge.getOrDefault(Age.LATER, List.of()).size(),
                    earlier.size(),
                    supplemented,
                    staged.state().matches() - differences.size() - supplemented - lost,
                    lost,
                    quarantined,
                    outcome.partitionsWritten(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void stage(PendingCommit commit, List<MatchRows> matches, OtherParts parts) {
        Map<String, MatchParts> taken =
                parts.taken(matches.stream().map(MatchRows::matchId).toList());
        commit.stage(matches.stream()
                .map(match -> match.with(taken.getOrDefault(match.matchId(), MatchParts.NONE)))
                .toList());
    }

    /// Hands matches on in bounded groups.
    private void groups(List<PartDifference> differences, Consumer<List<String>> consumer) {
        for (int from = 0; from < differences.size(); from += GROUP_DOCUMENTS) {
            terms.stop().check(target.root() + " is as it was before");
            consumer.accept(differences.subList(from, Math.min(from + GROUP_DOCUMENTS, differences.size())).stream()
                    .map(PartDifference::matchId)
                    .toList());
        }
    }

    /// Takes over the documents that were refused there. Nothing comes after it that says nothing was changed.
    private void takeRefused() {
        quarantined = new Quarantine(target.quarantine(), terms.files())
                .addAll(
                        new Quarantine(other.quarantine(), terms.files()),
                        target.staging().resolve("quarantined"));
    }

    /// The files of what is not stored here.
    private static List<DataFile> filesWanted(SourceState state, Path copy, Catalog catalog) {
        try (AttachedCatalog theirs = catalog.attach(copy)) {
            CatalogDifferences differences = theirs.differences();
            Set<Partition> wanted = differences.ofDocuments().stream()
                    .map(WarehouseMerge::partition)
                    .collect(Collectors.toSet());
            wanted.addAll(OtherParts.partitions(differences.ofParts()));
            return state.files().stream()
                    .filter(file -> wanted.contains(file.partition()))
                    .toList();
        }
    }

    private static Partition partition(Difference difference) {
        return Partition.of(Tables.MATCH_DOCUMENTS, null, difference.startTime());
    }

    private MatchRows rows(Ledger.Superseded content) {
        return switch (reader.read(content.document())) {
            case MatchReading.Accepted accepted -> accepted.rows();
            case MatchReading.Refused refused ->
                throw damaged(content.matchId(), refused.violations().getFirst().toString());
        };
    }

    private WarehouseException damaged(String matchId, String found) {
        return new WarehouseException(
                ErrorCode.DAMAGED,
                Location.of(other.root()),
                "what is stored of match " + matchId + " in " + other.root() + " is not what was committed: found "
                        + found + "; nothing was changed, mend it with: spartanlake repair --warehouse "
                        + other.root());
    }

    /// The documents of the other warehouse.
    private final class Documents {

        private final Engine engine;
        private final Map<Partition, Path> files = new HashMap<>();

        Documents(Engine engine, Map<DataFile, Path> copies) {
            this.engine = engine;
            copies.forEach((file, copy) -> files.put(file.partition(), copy));
        }

        /// Hands documents on in bounded groups, month by month.
        void forEach(List<Difference> wanted, Consumer<List<Ledger.Superseded>> consumer) {
            Map<Partition, List<Difference>> months =
                    new TreeMap<>(wanted.stream().collect(Collectors.groupingBy(WarehouseMerge::partition)));
            months.forEach((month, differences) -> {
                for (int from = 0; from < differences.size(); from += GROUP_DOCUMENTS) {
                    terms.stop().check(target.root() + " is as it was before");
                    consumer.accept(read(
                            month, differences.subList(from, Math.min(from + GROUP_DOCUMENTS, differences.size()))));
                }
            });
        }

        private List<Ledger.Superseded> read(Partition month, List<Difference> wanted) {
            Path file = files.get(month);
            List<String> ids = wanted.stream().map(Difference::matchId).toList();
            List<Ledger.Superseded> found = file == null
                    ? List.of()
                    : engine.query(
                            "SELECT match_id, content_sha256, document FROM " + Engine.parquet(List.of(file))
                                    + " WHERE match_id IN (SELECT unnest(" + Engine.literals(ids)
                                    + ")) ORDER BY start_time, match_id",
                            row -> new Ledger.Superseded(row.getString(1), row.getString(2), row.getString(3)));
            Map<String, String> contents = found.stream()
                    .collect(Collectors.toMap(Ledger.Superseded::matchId, Ledger.Superseded::contentSha256));
            for (Difference difference : wanted) {
                String content = contents.get(difference.matchId());
                if (!difference.contentSha256().equals(content)) {
                    throw damaged(difference.matchId(), content == null ? "none" : "the content " + content);
                }
            }
            return found;
        }
    }
}
