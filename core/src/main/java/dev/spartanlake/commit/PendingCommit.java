package dev.spartanlake.commit;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.CommitRecord.WrongEntries;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Changes that are collected, and then happen together or not at all.
///
/// Matches are staged as they come; [#commit] merges them with the partitions they touch, makes the result
/// durable, publishes it in one SQLite transaction and puts the files in place. Afterwards the next change can
/// be collected.
///
/// **Threads**: one at a time, by the holder of the writer lock.
public final class PendingCommit implements MatchSink {

    private static final String NOTHING_HAPPENED =
            "the change that was being made was abandoned, what was stored before stays";

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final CommitEngine engine;
    private final Catalog catalog;
    private final CareerRules rules;
    private final StopSignal stop;
    private final Publisher publisher;
    private final RememberedCareers remembered;
    private final StoredDocuments stored;
    private final Incoming incoming;
    private final ReplacedMatches replaced;
    private final CareerUpdate careers;
    private final PartitionMerge merge;
    private final Publication publication;
    private PendingMatches pending = new PendingMatches();
    private Set<Xuid> tracked;
    private final Set<Xuid> newlyTracked = new TreeSet<>();
    private final Set<Xuid> dropped = new TreeSet<>();
    private final Set<Xuid> recomputed = new TreeSet<>();
    private final List<Consumer<Catalog>> further = new ArrayList<>();
    private Rederivation rederivation = Rederivation.NONE;
    private boolean onlyMends;
    private WrongEntries wrongEntries = WrongEntries.LEFT;
    private boolean recomputesAll;

    /// Prepares to collect changes of a warehouse.
    ///
    /// @param rules by which sessions and scores are made; where they are not those of the warehouse, all
    ///     careers are computed anew
    /// @param remembered what this process knows of careers
    /// @param publisher makes the commit happen
    PendingCommit(
            WarehouseDirectory directory,
            FileStore files,
            CommitEngine engine,
            Catalog catalog,
            CareerRules rules,
            StopSignal stop,
            RememberedCareers remembered,
            Publisher publisher) {
        this.directory = directory;
        this.files = files;
        this.engine = engine;
        this.catalog = catalog;
        this.rules = rules;
        this.stop = stop;
        this.remembered = remembered;
        this.publisher = publisher;
        StoredFiles storedFiles = new StoredFiles(directory, files);
        incoming = engine.incoming();
        stored = new StoredDocuments(engine.engine(), storedFiles, catalog, this::isDiscarded);
        replaced = new ReplacedMatches(engine.engine());
        careers = new CareerUpdate(engine, storedFiles, rules, replaced);
        merge = new PartitionMerge(engine.engine(), storedFiles, incoming, replaced, careers);
        publication = new Publication(directory, files);
        tracked = catalog.players().tracked();
    }

    /// Keeps these players' careers from now on, with the matches that are stored already. Comes before the
    /// first match.
    public void track(Collection<Xuid> players) {
        players.stream().filter(player -> !tracked.contains(player)).forEach(newlyTracked::add);
        Set<Xuid> all = new TreeSet<>(tracked);
        all.addAll(newlyTracked);
        tracked = Set.copyOf(all);
    }

    /// Gives a player's career up: facts, medals, sessions. Comes before the first match.
    public void drop(Xuid player) {
        dropped.add(player);
        Set<Xuid> others = new TreeSet<>(tracked);
        others.remove(player);
        tracked = Set.copyOf(others);
    }

    @Override
    public List<Disposition> stage(List<MatchRows> matches) {
        PendingMatches.Chunk chunk = pending.accept(matches, catalog.ledger()::find);
        List<MatchRows> added = chunk.added();
        if (!chunk.takenBack().isEmpty()) {
            added = withPartsOf(added, incoming.parts(pending.films(chunk.takenBack())));
            pending.supersede(incoming.remove(chunk.takenBack()));
        }
        incoming.add(stored.completed(added), tracked);
        return chunk.dispositions();
    }

    private static List<MatchRows> withPartsOf(List<MatchRows> matches, Map<String, MatchParts> earlier) {
        return matches.stream()
                .map(match -> match.completedBy(earlier.getOrDefault(match.matchId(), MatchParts.NONE)))
                .toList();
    }

    /// Makes all rows of matches anew that are stored with these very contents.
    public void stageAgain(List<MatchRows> matches) {
        pending.acceptAgain(matches, catalog.ledger()::find);
        incoming.add(stored.completed(matches), tracked);
    }

    /// Stores of matches exactly this from now on, and nothing of what was known of them besides.
    public void stageExactly(List<MatchRows> matches) {
        pending.acceptExactly(matches, catalog.ledger()::find);
        incoming.add(matches, tracked);
    }

    /// Takes matches out of the warehouse, with all their rows.
    public void remove(Collection<Ledger.Entry> matches) {
        pending.remove(matches);
    }

    /// Makes the rows of some partitions anew from documents, instead of keeping those that are stored.
    ///
    /// @param months the months the partitions are of
    /// @param partitions which partitions of these months
    /// @param documents where the documents come from
    public void rederive(Set<YearMonth> months, Predicate<Partition> partitions, DocumentStock documents) {
        rederivation = new Rederivation(Set.copyOf(months), partitions, documents);
    }

    /// The careers of all tracked players by the rules of this commit, each with what is stored of it. For a commit
    /// to which nothing was added yet.
    public List<Career> careers() {
        incoming.complete();
        replaced.are(Set.of());
        return careersOf(tracked);
    }

    /// Makes sessions and scores of all tracked players anew, whatever else changes.
    public void recompute() {
        recomputesAll = true;
    }

    /// Makes what is recorded of these players' careers anew from their facts; nothing is left of one who is not
    /// tracked.
    public void recompute(Collection<Xuid> players) {
        recomputed.addAll(players);
    }

    /// The documents that are stored, for [#rederive].
    public DocumentStock storedDocuments() {
        return stored;
    }

    /// The stored ones of some matches, with everything that is known of them.
    public List<MatchRows> storedMatches(Collection<String> matchIds) {
        return stored.of(matchIds);
    }

    /// What is stored of some matches.
    public Map<String, Ledger.Entry> ledgerEntries(Collection<String> matchIds) {
        return catalog.ledger().find(matchIds);
    }

    /// Those of some absences that are not noted yet, and are not of parts that are stored.
    public List<Absence> unnoted(Collection<Absence> absences) {
        return absences.stream().filter(catalog.absences()::isNew).toList();
    }

    /// Takes out of the list of data files what is no partition's, before anything is put into it: it may have the
    /// path of a file that this commit writes.
    public void takeOutWrongEntries() {
        wrongEntries = WrongEntries.TAKEN_OUT;
    }

    /// Adds a change of the metadata, which happens together with the others.
    public void also(Consumer<Catalog> change) {
        further.add(change);
    }

    /// Says that the change alters nothing a user has, however much of it is written: a backup stays one that
    /// may be overwritten.
    public void onlyMend() {
        onlyMends = true;
    }

    /// The length of the documents that wait for the commit.
    public long stagedBytes() {
        return pending.sizeBytes();
    }

    /// Makes the collected changes happen.
    ///
    /// @param command what the change is made for, as it stands in the history
    /// @param now the moment of the commit
    /// @throws WarehouseException with [ErrorCode#COMMIT_UNKNOWN] when the disk did not say whether it
    ///     happened; with another code when it did not happen
    public CommitOutcome commit(String command, Instant now) {
        if (isEmpty()) {
            return new CommitOutcome.Unchanged();
        }
        // What the commit before could not put in place is needed in place now.
        publication.finish(catalog);
        long commitId = catalog.commits().generation() + 1;
        Path staging = directory.staging().resolve(String.format(Locale.ROOT, "commit-%08d", commitId));
        CommitOutcome outcome;
        try {
            files.createDirectories(staging);
            outcome = commit(commitId, command, now, staging);
        } catch (WarehouseException failed) {
            // What may have happened after all needs its files.
            if (failed.code() != ErrorCode.COMMIT_UNKNOWN) {
                dropStaged(staging, failed);
            }
            throw failed;
        }
        reset();
        return outcome;
    }

    private boolean isEmpty() {
        return pending.isEmpty()
                && newlyTracked.isEmpty()
                && dropped.isEmpty()
                && further.isEmpty()
                && recomputed.isEmpty()
                && wrongEntries == WrongEntries.LEFT
                && !recomputesAll
                && rederivation.equals(Rederivation.NONE);
    }

    private CommitOutcome commit(long commitId, String command, Instant now, Path staging) {
        backfill();
        rederiveRows();
        incoming.complete();
        replaced.are(pending.goingIds());
        StagedChanges changes = new StagedChanges(files, commitId);
        List<CareerChange> affected;
        try (PartitionWriters writers = new PartitionWriters(engine, merge, staging)) {
            // Careers take a while to compute, and only the facts wait for them.
            Tables.ALL.stream()
                    .filter(table -> !table.equals(Tables.MATCH_FACTS))
                    .forEach(table -> submit(table, touched(table), writers, changes));
            affected = affectedCareers();
            Set<Partition> facts = touched(Tables.MATCH_FACTS);
            affected.forEach(career -> facts.addAll(career.stale()));
            submit(Tables.MATCH_FACTS, facts, writers, changes);
            writers.await(() -> stop.check(NOTHING_HAPPENED)).forEach(changes::add);
        }
        makeDurable(changes.staged(), staging);
        pending.supersede(stored.contents(Tables.MATCH_DOCUMENTS, replacedDocuments()));
        pending.supersede(stored.contents(Tables.SKILL_DOCUMENTS, pending.replacedSkill()));
        Commits.Commit commit = new Commits.Commit(commitId, now, command, pending.inserted(), pending.updated());
        stop.check(NOTHING_HAPPENED);
        Map<Xuid, List<DataFile>> facts = new HashMap<>();
        publisher.publish(_ -> {
            record(commit, changes, affected);
            affected.forEach(career -> facts.put(career.xuid(), factsOf(career.xuid())));
        });
        // Nothing that can fail may follow: what failed here would count as not having happened.
        affected.forEach(career ->
                remembered.put(career.xuid(), facts.getOrDefault(career.xuid(), List.of()), rules, career.end()));
        return new CommitOutcome.Committed(commitId, changes.size());
    }

    /// The matches whose documents are replaced by others, and were not lost.
    private List<Ledger.Entry> replacedDocuments() {
        return pending.replaced().stream()
                .filter(entry -> entry.contentSha256() != null)
                .toList();
    }

    /// Derives the facts of newly tracked players from the documents of the matches they were in.
    private void backfill() {
        if (!newlyTracked.isEmpty()) {
            stored.forMatchesOf(newlyTracked, pending.goingIds(), matches -> incoming.addFacts(matches, newlyTracked));
        }
    }

    private void rederiveRows() {
        Set<String> going = pending.goingIds();
        for (YearMonth month : new TreeSet<>(rederivation.months())) {
            stop.check(NOTHING_HAPPENED);
            List<MatchRows> matches = stored.completed(rederivation.documents().ofMonth(month).stream()
                    .filter(match -> !going.contains(match.matchId()))
                    .toList());
            incoming.addAgain(matches, tracked, this::isDiscarded);
            matches.forEach(
                    match -> pending.assets().add(match.document().document().matchInfo()));
        }
    }

    /// Whether the stored rows of a partition are not even read.
    private boolean isDiscarded(Partition partition) {
        Xuid player = partition.xuid();
        return rederivation.concerns(partition) || (player != null && dropped.contains(player));
    }

    private List<CareerChange> affectedCareers() {
        Set<Xuid> players = new TreeSet<>(incoming.players());
        touched(Tables.MATCH_FACTS).forEach(partition -> players.add(partition.xuid()));
        players.addAll(dropped);
        players.addAll(recomputed);
        if (recomputesAll || !catalog.settings().careerRules().equals(Optional.of(rules))) {
            players.addAll(tracked);
        }
        careers.clear();
        return players.stream().sorted().map(this::affected).toList();
    }

    private CareerChange affected(Xuid player) {
        return continued(player).orElseGet(() -> CareerChange.of(careerOf(player), rules));
    }

    /// What becomes of a career to which matches are added at its end, and nothing else happens.
    private Optional<CareerChange> continued(Xuid player) {
        boolean onlyGrows = pending.goingIds().isEmpty()
                && rederivation.equals(Rederivation.NONE)
                && !recomputesAll
                && !recomputed.contains(player)
                && !dropped.contains(player)
                && catalog.settings().careerRules().equals(Optional.of(rules));
        return onlyGrows ? remembered.end(player, factsOf(player), rules).flatMap(careers::extend) : Optional.empty();
    }

    private List<Career> careersOf(Set<Xuid> players) {
        careers.clear();
        return players.stream().sorted().map(this::careerOf).toList();
    }

    private Career careerOf(Xuid player) {
        return careers.update(
                player,
                factsOf(player).stream()
                        .filter(file -> !isDiscarded(file.partition()))
                        .toList());
    }

    private List<DataFile> factsOf(Xuid player) {
        return catalog.dataFiles().of(Tables.MATCH_FACTS.name(), player);
    }

    private List<DataFile> holdingReplaced(Table<?> table) {
        DataFiles present = catalog.dataFiles();
        List<DataFile> candidates = pending.goingMonths().stream()
                .flatMap(month -> present.of(table.name(), month).stream())
                .filter(file -> !isDiscarded(file.partition()))
                .toList();
        return merge.holdingReplaced(candidates);
    }

    /// The partitions of a table that get rows or lose some.
    private Set<Partition> touched(Table<?> table) {
        Set<Partition> touched = new TreeSet<>(incoming.partitions(table));
        holdingReplaced(table).forEach(file -> touched.add(file.partition()));
        catalog.dataFiles().of(table.name()).stream()
                .map(DataFile::partition)
                .filter(this::isDiscarded)
                .forEach(touched::add);
        return touched;
    }

    private void submit(Table<?> table, Set<Partition> touched, PartitionWriters writers, StagedChanges changes) {
        DataFiles present = catalog.dataFiles();
        List<PartitionWrite> writes = touched.stream()
                .map(partition -> new PartitionWrite(
                        partition,
                        present.find(partition).orElse(null),
                        isDiscarded(partition) ? PartitionWrite.StoredRows.DISCARDED : PartitionWrite.StoredRows.KEPT))
                .toList();
        writes.forEach(changes::expect);
        writers.submit(table, writes);
    }

    /// DuckDB does not make durable what it writes.
    private void makeDurable(Collection<Path> staged, Path staging) {
        files.forceAll(staged);
        files.forceDirectories(List.of(staging, directory.staging(), directory.root()));
    }

    private void record(Commits.Commit commit, StagedChanges changes, List<CareerChange> affected) {
        CommitRecord record = new CommitRecord(catalog, commit);
        record.files(changes, directory, wrongEntries);
        record.matches(pending);
        catalog.players().track(newlyTracked);
        record.careers(affected, rules);
        further.forEach(change -> change.accept(catalog));
        if (onlyMends) {
            catalog.settings().noteMending(commit.commitId());
        }
    }

    private void dropStaged(Path staging, WarehouseException cause) {
        try {
            files.deleteTree(staging);
        } catch (WarehouseException undeletable) {
            cause.addSuppressed(undeletable);
        }
    }

    private void reset() {
        pending = new PendingMatches();
        newlyTracked.clear();
        dropped.clear();
        recomputed.clear();
        further.clear();
        rederivation = Rederivation.NONE;
        onlyMends = false;
        wrongEntries = WrongEntries.LEFT;
        recomputesAll = false;
        incoming.clear();
    }

    /// Which rows are made anew.
    ///
    /// @param months the months whose documents are read
    /// @param partitions which partitions, also of other months
    /// @param documents where the documents come from
    private record Rederivation(Set<YearMonth> months, Predicate<Partition> partitions, DocumentStock documents) {

        private static final Rederivation NONE = new Rederivation(Set.of(), partition -> false, month -> List.of());

        boolean concerns(Partition partition) {
            return partitions.test(partition);
        }
    }
}
