package dev.spartanlake.backup;

import dev.spartanlake.backup.FileStaging.Staged;
import dev.spartanlake.catalog.AttachedCatalog;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.CatalogDifferences;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.inspection.FingerprintCheck;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Brings one warehouse into the state of another, in one commit: it is what it was before, or what the other
/// is, and nothing between.
///
/// Only files that are not there yet are copied. Each file that is there, or was written, is read and compared
/// with its fingerprint; one that is damaged is copied anew.
final class WarehouseCopy {

    private static final System.Logger LOG = System.getLogger(WarehouseCopy.class.getName());

    private final SourceWarehouse source;
    private final WarehouseWriter writer;
    private final WarehouseDirectory target;
    private final Terms terms;
    private final FileStore files;
    private final FingerprintCheck check;
    private final Mirror mirror;
    private final FileStaging staging;

    /// Whether what the target has of a partition is what was committed there.
    private final Map<Partition, Condition> conditions = new HashMap<>();

    /// Prepares to copy.
    ///
    /// @param writer the writer of the target
    WarehouseCopy(SourceWarehouse source, WarehouseWriter writer, WarehouseDirectory target, Terms terms) {
        this.source = source;
        this.writer = writer;
        this.target = target;
        this.terms = terms;
        files = terms.files();
        check = new FingerprintCheck(files);
        mirror = new Mirror(target, files);
        staging = new FileStaging(source, target, terms);
    }

    /// Copies.
    ///
    /// @param check refuses a state of the source that must not take the place of the target's, by
    ///     throwing
    /// @param addition what the target says besides what the source says
    CopyReport run(Consumer<CatalogDifferences> check, Addition addition) {
        long start = System.nanoTime();
        Staged staged = staging.stage(state -> {
            // The very state that is copied, as the source may have changed since anybody looked at it.
            try (AttachedCatalog other = writer.catalog().attach(staging.database())) {
                check.accept(other.differences());
            }
            return missing(state);
        });
        SourceState state = staged.state();
        List<Commits.FileChange> changes = changes(staged);
        makeDurable(staged.files().values());
        terms.stop().check(target.root() + " is as it was before");
        // Until here nothing of the target was changed, as messages say.
        long quarantined = new Quarantine(target.quarantine(), files)
                .addAll(
                        new Quarantine(source.directory().quarantine(), files),
                        target.staging().resolve("quarantined"));
        long dropped = commit(state, changes, addition);
        forgetReplacedRows();
        checkInPlace(staged);
        return new CopyReport(
                source.directory().root(),
                target.root(),
                state.matches(),
                dropped,
                staged.files().size(),
                state.files().size() - staged.files().size(),
                staged.files().keySet().stream()
                        .mapToLong(file -> file.fingerprint().sizeBytes())
                        .sum(),
                quarantined,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private List<DataFile> missing(SourceState state) {
        return state.files().stream()
                .filter(file -> condition(file) == Condition.MISSING)
                .toList();
    }

    /// What the target has of a file of the source. Nobody else writes to the target, so each file is read
    /// once.
    private Condition condition(DataFile file) {
        boolean isSame = writer.catalog()
                .dataFiles()
                .find(file.partition())
                .filter(present -> present.fingerprint().equals(file.fingerprint()))
                .isPresent();
        return isSame ? conditions.computeIfAbsent(file.partition(), partition -> inspect(file)) : Condition.MISSING;
    }

    private Condition inspect(DataFile file) {
        terms.stop().check(target.root() + " is as it was before");
        Partition partition = file.partition();
        if (!check.isIntact(target.resolve(partition.file()), file)) {
            return Condition.MISSING;
        }
        boolean lacksCopy = Mirror.holds(partition) && !check.isIntact(mirror.file(partition), file);
        return lacksCopy ? Condition.WITHOUT_SECOND_COPY : Condition.INTACT;
    }

    private List<Commits.FileChange> changes(Staged staged) {
        List<Commits.FileChange> changes = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (DataFile file : staged.state().files()) {
            String place = file.partition().file();
            kept.add(place);
            Path copy = staged.files().get(file);
            if (copy != null) {
                changes.add(new Commits.FileChange(place, target.relative(copy)));
            } else if (condition(file) == Condition.WITHOUT_SECOND_COPY) {
                changes.add(Commits.FileChange.inPlace(place));
            }
        }
        writer.catalog().dataFiles().all().stream()
                .map(file -> file.partition().file())
                .filter(place -> !kept.contains(place))
                .forEach(place -> changes.add(new Commits.FileChange(place, null)));
        return changes;
    }

    private void makeDurable(Collection<Path> copies) {
        files.forceAll(copies);
        files.forceDirectories(List.of(staging.directory(), target.staging(), target.root()));
        Path above = target.root().getParent();
        if (above != null && Files.isReadable(above)) {
            // The directory itself may be new.
            files.forceDirectory(above);
        }
    }

    /// @return of how many matches something was in the target alone
    private long commit(SourceState state, List<Commits.FileChange> changes, Addition addition) {
        long generation =
                Math.max(writer.catalog().commits().generation(), state.moment().generation());
        Commits.Commit commit = new Commits.Commit(
                generation + 1, terms.claim().clock().instant(), terms.claim().command(), 0, 0);
        try (AttachedCatalog other = writer.catalog().attach(staging.database())) {
            long dropped = other.differences().matchesOnlyHere();
            writer.publish(catalog -> {
                other.replaceAll();
                catalog.commits().record(commit, changes);
                addition.say(catalog, commit.commitId());
            });
            return dropped;
        }
    }

    /// What the source has forgotten, such as a player, must not be found in the target's database either. What
    /// fails here undoes nothing.
    private void forgetReplacedRows() {
        try {
            writer.rewriteDatabase();
        } catch (WarehouseException later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "copied; traces of rows that were replaced are left in the database of " + target.root() + ": "
                            + later.getMessage());
        }
    }

    private void checkInPlace(Staged staged) {
        staged.files().forEach((file, copy) -> {
            Path place =
                    files.exists(copy) ? copy : target.resolve(file.partition().file());
            if (!check.isIntact(place, file)) {
                throw check.damage(
                        place,
                        file,
                        "it was written a moment ago, so the disk of " + target.root()
                                + " does not keep what is written to it");
            }
        });
    }

    /// What the target says besides what the source says.
    @FunctionalInterface
    interface Addition {

        /// Says it, within the transaction.
        ///
        /// @param catalog the target's
        /// @param commitId the commit
        void say(Catalog catalog, long commitId);
    }

    private enum Condition {
        INTACT,
        WITHOUT_SECOND_COPY,
        MISSING
    }
}
