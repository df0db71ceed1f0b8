package dev.spartanlake.backup;

import dev.spartanlake.backup.FileStaging.Staged;
import dev.spartanlake.catalog.AttachedCatalog;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.CatalogDifferences.Age;
import dev.spartanlake.catalog.CatalogDifferences.PartDifference;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.PartsByMatch;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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
            MergeContent content = MergeContent.of(theirs.differences());
            PendingCommit commit = begin.apply(writer);
            commit.track(tracked);
            OtherDocuments documents = new OtherDocuments(writer.engine(), staged.files(), this::damaged);
            OtherParts parts = new OtherParts(writer.engine(), staged.files(), content.parts(), this::damaged);
            groups(content.taken(), group -> stage(commit, rows(documents.read(group)), parts));
            groups(content.supplements(), group -> stage(commit, commit.storedMatches(matchIds(group)), parts));
            boolean isTrackedAlready = writer.catalog().players().tracked().containsAll(tracked);
            if (!content.isEmpty() || !isTrackedAlready || theirs.hasGapsToFill()) {
                commit.also(catalog -> {
                    keepAside(content, documents, parts, catalog);
                    theirs.adoptObtained();
                    theirs.fillGaps();
                    takeRefused();
                });
            } else {
                takeRefused();
            }
            CommitOutcome outcome =
                    commit.commit(terms.claim().command(), terms.claim().clock().instant());
            return report(content, staged.state(), outcome, start);
        }
    }

    private static void stage(PendingCommit commit, List<MatchRows> matches, OtherParts parts) {
        PartsByMatch taken = PartsByMatch.of(
                parts.taken(matches.stream().map(MatchRows::matchId).toList()));
        commit.stage(taken.replacingIn(matches));
    }

    private static List<String> matchIds(List<PartDifference> parts) {
        return parts.stream().map(PartDifference::matchId).toList();
    }

    /// Hands on what differs in bounded groups.
    private <T> void groups(List<T> differences, Consumer<List<T>> consumer) {
        for (int from = 0; from < differences.size(); from += GROUP_DOCUMENTS) {
            terms.stop().check(target.root() + " is as it was before");
            consumer.accept(differences.subList(from, Math.min(from + GROUP_DOCUMENTS, differences.size())));
        }
    }

    /// Keeps what does not take the place of what is here.
    private void keepAside(MergeContent content, OtherDocuments documents, OtherParts parts, Catalog catalog) {
        long commitId = catalog.commits().generation();
        groups(content.earlier(), group -> catalog.ledger().keepSuperseded(documents.read(group), commitId));
        groups(content.parts(), group -> catalog.ledger().keepSuperseded(parts.keptAside(matchIds(group)), commitId));
    }

    private MergeReport report(MergeContent content, SourceState state, CommitOutcome outcome, long start) {
        long supplemented = content.supplemented();
        return new MergeReport(
                other.root(),
                content.count(Age.UNKNOWN),
                content.count(Age.LATER),
                content.count(Age.EARLIER),
                supplemented,
                state.matches() - content.documents().size() - supplemented - state.lost(),
                state.lost(),
                quarantined,
                outcome.partitionsWritten(),
                Duration.ofNanos(System.nanoTime() - start));
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
            Set<Partition> wanted = MergeContent.of(theirs.differences()).partitions();
            return state.files().stream()
                    .filter(file -> wanted.contains(file.partition()))
                    .toList();
        }
    }

    private List<MatchRows> rows(List<Ledger.Content> contents) {
        return contents.stream().map(this::rows).toList();
    }

    private MatchRows rows(Ledger.Content content) {
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
}
