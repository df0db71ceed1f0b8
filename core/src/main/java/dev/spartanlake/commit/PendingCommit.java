package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Changes that are collected, and then happen together or not at all.
///
/// Matches are staged as they come; [#commit] merges them with the partitions they touch, makes the result
/// durable, publishes it in one SQLite transaction and puts the files in place. Afterwards the next change can
/// be collected.
///
/// **Threads**: one at a time, by the holder of the writer lock.
public final class PendingCommit implements MatchSink {

    private static final System.Logger LOG = System.getLogger(PendingCommit.class.getName());

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Engine engine;
    private final Catalog catalog;
    private final Runnable whenUnknown;
    private final StoredDocuments stored;
    private final Incoming incoming;
    private final CareerUpdate careers;
    private final PartitionMerge merge;
    private final Publication publication;
    private PendingMatches pending = new PendingMatches();
    private Set<Xuid> tracked;
    private final Set<Xuid> newlyTracked = new TreeSet<>();

    /// Prepares to collect changes of a warehouse.
    ///
    /// @param whenUnknown is run when the outcome of a commit cannot be learnt
    PendingCommit(
            WarehouseDirectory directory,
            FileStore files,
            Engine engine,
            Catalog catalog,
            CommitSettings settings,
            Runnable whenUnknown) {
        this.directory = directory;
        this.files = files;
        this.engine = engine;
        this.catalog = catalog;
        this.whenUnknown = whenUnknown;
        incoming = new Incoming(engine);
        stored = new StoredDocuments(engine, directory, catalog.dataFiles());
        careers = new CareerUpdate(engine, directory, settings.sessions(), settings.scores());
        merge = new PartitionMerge(engine, directory);
        publication = new Publication(directory, files);
        tracked = catalog.players().tracked();
    }

    /// Keeps these players' careers from now on, with the matches that are stored already. Comes before the first
    /// match.
    public void track(Collection<Xuid> players) {
        players.stream().filter(player -> !tracked.contains(player)).forEach(newlyTracked::add);
        Set<Xuid> all = new TreeSet<>(tracked);
        all.addAll(newlyTracked);
        tracked = Set.copyOf(all);
    }

    @Override
    public List<Disposition> stage(List<MatchRows> matches) {
        PendingMatches.Chunk chunk = pending.accept(matches, catalog.ledger()::find);
        if (!chunk.takenBack().isEmpty()) {
            pending.supersede(incoming.remove(chunk.takenBack()));
        }
        incoming.add(chunk.added(), tracked);
        return chunk.dispositions();
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
        if (pending.isEmpty() && newlyTracked.isEmpty()) {
            return new CommitOutcome.Unchanged();
        }
        long commitId = catalog.commits().generation() + 1;
        Path staging = directory.staging().resolve(String.format(Locale.ROOT, "commit-%08d", commitId));
        try {
            files.createDirectories(staging);
            CommitOutcome outcome = publish(commitId, command, now, staging);
            reset();
            return outcome;
        } catch (WarehouseException failed) {
            if (failed.code() == ErrorCode.COMMIT_UNKNOWN) {
                whenUnknown.run();
            } else {
                dropStaged(staging, failed);
            }
            throw failed;
        }
    }

    private CommitOutcome publish(long commitId, String command, Instant now, Path staging) {
        backfill();
        incoming.flush();
        merge.replace(pending.replacedIds());
        Changes changes = new Changes();
        List<Career> affected;
        try (PartitionWriters writers = new PartitionWriters(engine, merge, staging)) {
            // Careers take a while to compute, and only the facts wait for them.
            Tables.ALL.stream()
                    .filter(table -> !CareerUpdate.derivesColumnsOf(table))
                    .forEach(table -> submit(table, touched(table), writers, changes));
            affected = affectedCareers();
            Set<Partition> facts = touched(Tables.MATCH_FACTS);
            affected.forEach(career -> facts.addAll(career.changed()));
            submit(Tables.MATCH_FACTS, facts, writers, changes);
            writers.await().forEach(file -> stage(file, changes, commitId));
        }
        makeDurable(changes.staged.values(), staging);
        pending.supersede(stored.contents(pending.replaced()));
        Commits.Commit commit = new Commits.Commit(commitId, now, command, pending.inserted(), pending.updated());
        catalog.database().inTransaction(() -> record(commit, changes, affected));
        putInPlace(staging);
        return new CommitOutcome.Committed(commitId, changes.size());
    }

    /// Derives the facts of newly tracked players from the documents of the matches they were in.
    private void backfill() {
        if (!newlyTracked.isEmpty()) {
            stored.forMatchesOf(
                    newlyTracked, pending.replacedIds(), matches -> incoming.addFacts(matches, newlyTracked));
        }
    }

    private List<Career> affectedCareers() {
        Set<Xuid> players = new TreeSet<>(incoming.players());
        holdingReplaced(Tables.MATCH_FACTS)
                .forEach(file -> players.add(file.partition().xuid()));
        careers.clear();
        DataFiles present = catalog.dataFiles();
        return players.stream()
                .map(player -> careers.update(player, present.of(Tables.MATCH_FACTS.name(), player)))
                .toList();
    }

    private List<DataFile> holdingReplaced(Table<?> table) {
        DataFiles present = catalog.dataFiles();
        List<DataFile> candidates = pending.replacedMonths().stream()
                .flatMap(month -> present.of(table.name(), month).stream())
                .toList();
        return merge.holdingReplaced(candidates);
    }

    /// The partitions of a table that get rows or lose some.
    private Set<Partition> touched(Table<?> table) {
        Set<Partition> touched = new TreeSet<>(incoming.partitions(table));
        holdingReplaced(table).forEach(file -> touched.add(file.partition()));
        return touched;
    }

    private void submit(Table<?> table, Set<Partition> touched, PartitionWriters writers, Changes changes) {
        DataFiles present = catalog.dataFiles();
        List<PartitionWrite> writes = touched.stream()
                .map(partition ->
                        new PartitionWrite(partition, present.find(partition).orElse(null)))
                .toList();
        writes.forEach(changes::expect);
        writers.submit(table, writes);
    }

    /// A file without rows, or with the rows the partition had before, is no change of its partition's.
    private void stage(StagedFile file, Changes changes, long commitId) {
        if (file.rowCount() == 0) {
            files.delete(file.file());
            changes.empty(file.partition());
            return;
        }
        Fingerprint fingerprint = files.fingerprint(file.file());
        if (changes.isPresent(file.partition(), fingerprint)) {
            files.delete(file.file());
        } else {
            changes.put(file, fingerprint, commitId);
        }
    }

    /// DuckDB does not make durable what it writes.
    private void makeDurable(Collection<Path> staged, Path staging) {
        staged.forEach(files::force);
        files.forceDirectory(staging);
        files.forceDirectory(directory.staging());
        files.forceDirectory(directory.root());
    }

    private void record(Commits.Commit commit, Changes changes, List<Career> affected) {
        catalog.commits().record(commit, changes.fileChanges(directory));
        catalog.dataFiles().remove(changes.emptied);
        catalog.dataFiles().put(changes.written);
        catalog.ledger().put(pending.entries(), commit.commitId());
        catalog.ledger().keepSuperseded(pending.superseded(), commit.commitId());
        catalog.players().track(newlyTracked);
        catalog.assets().played(pending.played());
        catalog.assets().categorise(pending.variantFamilies());
        for (Career career : affected) {
            recordCareer(career, commit.committedAt());
        }
    }

    private void recordCareer(Career career, Instant now) {
        catalog.sessions().put(career.xuid(), career.sessions(), career.scores());
        if (!career.matches().isEmpty()) {
            String last = career.matches().getLast().matchId();
            catalog.syncStates()
                    .put(
                            career.xuid(),
                            new SyncStates.State(now, last, career.matches().size()));
            catalog.players()
                    .seen(Map.of(career.xuid(), career.matches().getLast().startTime()));
        }
    }

    /// What fails from here on does not undo the commit: the next writer finishes it.
    private void putInPlace(Path staging) {
        try {
            publication.publish(catalog);
            files.deleteTree(staging);
        } catch (WarehouseException later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "committed; files will be put in place at the next open: " + later.getMessage());
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
        incoming.clear();
    }

    /// The files a commit writes and deletes.
    private static final class Changes {

        private final Map<Partition, DataFile> present = new HashMap<>();
        final Map<Partition, Path> staged = new HashMap<>();
        final List<DataFile> written = new ArrayList<>();
        final Set<Partition> emptied = new TreeSet<>();

        void expect(PartitionWrite write) {
            DataFile file = write.present();
            if (file != null) {
                present.put(write.partition(), file);
            }
        }

        boolean isPresent(Partition partition, Fingerprint content) {
            DataFile file = present.get(partition);
            return file != null && file.fingerprint().equals(content);
        }

        void empty(Partition partition) {
            if (present.containsKey(partition)) {
                emptied.add(partition);
            }
        }

        void put(StagedFile file, Fingerprint fingerprint, long commitId) {
            staged.put(file.partition(), file.file());
            written.add(new DataFile(
                    file.partition(),
                    file.rowCount(),
                    file.minStartTime(),
                    file.maxStartTime(),
                    fingerprint,
                    commitId));
        }

        int size() {
            return staged.size() + emptied.size();
        }

        List<Commits.FileChange> fileChanges(WarehouseDirectory directory) {
            List<Commits.FileChange> changes = emptied.stream()
                    .map(partition -> new Commits.FileChange(partition.file(), null))
                    .collect(Collectors.toCollection(ArrayList::new));
            staged.forEach((partition, file) ->
                    changes.add(new Commits.FileChange(partition.file(), directory.relative(file))));
            return changes;
        }
    }
}
