package dev.spartanlake.commit;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.PartsByMatch;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
public final class PendingCommit implements StagingArea {

    private static final String NOTHING_HAPPENED =
            "the change that was being made was abandoned, what was stored before stays";

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final CommitEngine engine;
    private final Catalog catalog;
    private final CareerRules rules;
    private final StopSignal stop;
    private final Publisher publisher;
    private final StoredDocuments stored;
    private final Incoming incoming;
    private final ReplacedMatches replaced;
    private final AffectedCareers careers;
    private final PartitionMerge merge;
    private final TouchedPartitions partitions;
    private final Publication publication;
    private PendingMatches pending = new PendingMatches();
    private Intentions intentions = new Intentions();
    private Set<Xuid> tracked;

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
        this.publisher = publisher;
        StoredFiles storedFiles = new StoredFiles(directory, files);
        incoming = engine.incoming();
        stored = new StoredDocuments(engine.engine(), storedFiles, catalog, this::isDiscarded);
        replaced = new ReplacedMatches(engine.engine());
        CareerUpdate update = new CareerUpdate(engine, storedFiles, rules, replaced);
        careers = new AffectedCareers(catalog, rules, update, remembered, this::isDiscarded);
        merge = new PartitionMerge(engine.engine(), storedFiles, incoming, replaced, update);
        partitions = new TouchedPartitions(catalog, incoming, merge, this::isDiscarded);
        publication = new Publication(directory, files);
        tracked = catalog.players().tracked();
    }

    /// Keeps these players' careers from now on, with the matches that are stored already. Comes before the
    /// first match.
    public void track(Collection<Xuid> players) {
        players.stream().filter(player -> !tracked.contains(player)).forEach(intentions::track);
        Set<Xuid> all = new TreeSet<>(tracked);
        all.addAll(intentions.newlyTracked());
        tracked = Set.copyOf(all);
    }

    /// Gives a player's career up: facts, medals, sessions. Comes before the first match.
    public void drop(Xuid player) {
        intentions.drop(player);
        Set<Xuid> others = new TreeSet<>(tracked);
        others.remove(player);
        tracked = Set.copyOf(others);
    }

    @Override
    public List<Disposition> stage(List<MatchRows> matches) {
        PendingMatches.Chunk chunk = pending.accept(matches, catalog.ledger()::find);
        List<MatchRows> added = chunk.added();
        if (!chunk.takenBack().isEmpty()) {
            added = PartsByMatch.of(incoming.parts(pending.films(chunk.takenBack())))
                    .completing(added);
            pending.supersede(incoming.remove(chunk.takenBack()));
        }
        incoming.add(stored.completed(added), tracked);
        return chunk.dispositions();
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
    /// @param which which partitions of these months
    /// @param documents where the documents come from
    public void rederive(Set<YearMonth> months, Predicate<Partition> which, DocumentStock documents) {
        intentions.rederive(new Rederivation(months, which, documents));
    }

    /// The careers of all tracked players by the rules of this commit, each with what is stored of it. For a commit
    /// to which nothing was added yet.
    public List<Career> careers() {
        incoming.complete();
        replaced.are(Set.of());
        return careers.all(tracked);
    }

    /// Makes sessions and scores of all tracked players anew, whatever else changes.
    public void recompute() {
        intentions.recomputeAll();
    }

    /// Makes what is recorded of these players' careers anew from their facts; nothing is left of one who is not
    /// tracked.
    public void recompute(Collection<Xuid> players) {
        intentions.recompute(players);
    }

    /// The documents that are stored, for [#rederive].
    public DocumentStock storedDocuments() {
        return stored;
    }

    /// The stored ones of some matches, with everything that is known of them.
    @Override
    public List<MatchRows> storedMatches(Collection<String> matchIds) {
        return stored.of(matchIds);
    }

    @Override
    public boolean hasEvents(String matchId) {
        return stored.hasEvents(matchId);
    }

    @Override
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
        intentions.takeOutWrongEntries();
    }

    /// Adds a change of the metadata, which happens together with the others.
    public void also(Consumer<Catalog> change) {
        intentions.also(change);
    }

    /// Says that the change alters nothing a user has, however much of it is written: a backup stays one that
    /// may be overwritten.
    public void onlyMend() {
        intentions.onlyMend();
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
        return pending.isEmpty() && intentions.isEmpty();
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
            affected =
                    careers.of(affectedPlayers(), player -> pending.goingIds().isEmpty() && intentions.keep(player));
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
        publisher.publish(_ -> {
            record(commit, changes, affected);
            careers.look(affected);
        });
        // Nothing that can fail may follow: what failed here would count as not having happened.
        careers.remember(affected);
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
        Set<Xuid> beginning = intentions.newlyTracked();
        if (!beginning.isEmpty()) {
            stored.forMatchesOf(beginning, pending.goingIds(), matches -> incoming.addFacts(matches, beginning));
        }
    }

    private void rederiveRows() {
        Set<String> going = pending.goingIds();
        Rederivation rederivation = intentions.rederivation();
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

    private boolean isDiscarded(Partition partition) {
        return intentions.discard(partition);
    }

    private Set<Xuid> affectedPlayers() {
        Set<Xuid> players = new TreeSet<>(incoming.players());
        touched(Tables.MATCH_FACTS).forEach(partition -> players.add(partition.xuid()));
        players.addAll(intentions.affected(tracked));
        if (careers.followOtherRules()) {
            players.addAll(tracked);
        }
        return players;
    }

    private Set<Partition> touched(Table<?> table) {
        return partitions.of(table, pending.goingMonths());
    }

    private void submit(Table<?> table, Set<Partition> touched, PartitionWriters writers, StagedChanges changes) {
        List<PartitionWrite> writes = partitions.writes(touched);
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
        record.files(changes, directory, intentions.wrongEntries());
        record.matches(pending);
        catalog.players().track(intentions.newlyTracked());
        record.careers(affected, rules, tracked);
        intentions.further().forEach(change -> change.accept(catalog));
        if (intentions.onlyMends()) {
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
        intentions = new Intentions();
        incoming.clear();
    }
}
