package dev.spartanlake.commit;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Remains;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.ReadersTurn;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.storage.WriterLock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The right to write to a warehouse, and what is needed to do so.
///
/// Opening makes the warehouse where there is none, and finishes what an interrupted commit left to do.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it, which lets the next writer in.
public final class WarehouseWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WarehouseWriter.class.getName());

    /// Longer than most questions take, and short enough for a commit that waits for a reader which hangs.
    private static final Duration PATIENCE_WITH_READERS = Duration.ofSeconds(10);

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final EngineSettings engineSettings;
    private final Claim claim;
    private final WriterLock lock;
    private final Catalog catalog;
    private final Workbench workbench;
    private final DatabaseMirror mirror;
    private @Nullable CommitEngine engine;
    private boolean settled = true;

    private WarehouseWriter(
            WarehouseDirectory directory,
            FileStore files,
            EngineSettings engineSettings,
            Claim claim,
            WriterLock lock,
            Catalog catalog,
            Workbench workbench,
            DatabaseMirror mirror) {
        this.directory = directory;
        this.files = files;
        this.engineSettings = engineSettings;
        this.claim = claim;
        this.lock = lock;
        this.catalog = catalog;
        this.workbench = workbench;
        this.mirror = mirror;
    }

    /// Takes the writer lock and opens the catalog.
    ///
    /// @param claim why, and how long to wait for another writer
    /// @param workbench what this process keeps between writers of this warehouse
    public static WarehouseWriter open(
            WarehouseDirectory directory,
            FileStore files,
            EngineSettings engineSettings,
            Claim claim,
            Workbench workbench) {
        return open(
                directory, files, engineSettings, claim, workbench, mirror -> prepare(directory, files, claim, mirror));
    }

    /// Takes the writer lock and opens the catalog of a warehouse that may be damaged.
    ///
    /// @param rescue is given the chance to mend the metadata database before it is opened
    public static WarehouseWriter openForRepair(
            WarehouseDirectory directory,
            FileStore files,
            EngineSettings engineSettings,
            Claim claim,
            Runnable rescue) {
        return open(directory, files, engineSettings, claim, Workbench.keepingNothing(), _ -> {
            rescue.run();
            Catalog catalog = Catalog.openForWriting(directory.root());
            return closedOnFailure(catalog, () -> {
                Publication publication = new Publication(directory, files);
                publication.recoverWhatIsLeft(catalog);
                upgradeIfOld(directory, files, claim, catalog);
                publication.recoverWhatIsLeft(catalog);
            });
        });
    }

    private static WarehouseWriter open(
            WarehouseDirectory directory,
            FileStore files,
            EngineSettings engineSettings,
            Claim claim,
            Workbench workbench,
            Function<DatabaseMirror, Catalog> opening) {
        files.createDurableDirectories(directory.root());
        WriterLock lock = claim.lock(directory);
        try {
            DatabaseMirror mirror = new DatabaseMirror(directory, files, workbench.compared());
            Catalog catalog = opening.apply(mirror);
            return new WarehouseWriter(directory, files, engineSettings, claim, lock, catalog, workbench, mirror);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Catalog prepare(WarehouseDirectory directory, FileStore files, Claim claim, DatabaseMirror mirror) {
        Remains.refuseWithoutDatabase(directory);
        Catalog catalog = Catalog.openForWriting(directory.root());
        return closedOnFailure(catalog, () -> {
            mirror.refuseChanged(catalog);
            Publication publication = new Publication(directory, files);
            publication.recover(catalog);
            upgradeIfOld(directory, files, claim, catalog);
            publication.finish(catalog);
        });
    }

    private static void upgradeIfOld(WarehouseDirectory directory, FileStore files, Claim claim, Catalog catalog) {
        if (catalog.formatVersion() < Catalog.FORMAT_VERSION) {
            new FormatUpgrade(directory, files).run(catalog, claim.clock().instant());
        }
    }

    private static Catalog closedOnFailure(Catalog catalog, Runnable work) {
        try {
            work.run();
            return catalog;
        } catch (RuntimeException failed) {
            catalog.close();
            throw failed;
        }
    }

    /// The catalog, for changes that concern no data file.
    public Catalog catalog() {
        return catalog;
    }

    /// Makes a change that concerns no data file, as a commit of its own.
    ///
    /// @param change what to do; all of it happens, or nothing
    public void change(String command, Instant now, Consumer<Catalog> change) {
        awaitReaders();
        catalog.database().inTransaction(() -> {
            long commitId = catalog.commits().generation() + 1;
            catalog.commits().record(new Commits.Commit(commitId, now, command, 0, 0), List.of());
            change.accept(catalog);
        });
        keepLogShort();
    }

    /// What is committed stays so, whatever happens to its log.
    private void keepLogShort() {
        try {
            mirror.committed(catalog);
        } catch (WarehouseException later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "committed; the next writer has to put the log of the metadata into its file: "
                            + later.getMessage());
        }
    }

    /// Makes a change whose files are staged and durable, and puts them in place.
    ///
    /// @param change what to do, which records a commit and its files; all of it happens, or nothing
    /// @throws WarehouseException with [ErrorCode#COMMIT_UNKNOWN] when the disk did not say whether it
    ///     happened; with another code when it did not happen
    public void publish(Consumer<Catalog> change) {
        awaitReaders();
        try {
            catalog.database().inTransaction(() -> change.accept(catalog));
        } catch (WarehouseException failed) {
            if (failed.code() == ErrorCode.COMMIT_UNKNOWN) {
                leaveUnsettled();
            }
            throw failed;
        }
        try {
            new Publication(directory, files).publish(catalog);
        } catch (WarehouseException later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "committed; files will be put in place at the next open: " + later.getMessage());
        }
        keepLogShort();
    }

    private void awaitReaders() {
        ReadersTurn.await(
                directory.root(),
                PATIENCE_WITH_READERS,
                () -> claim.stop().check("nothing was changed, a question was still being answered"));
    }

    /// Begins to collect a change.
    ///
    /// @param rules by which sessions and scores are made
    /// @param stop is looked at between the steps of a commit
    public PendingCommit begin(CareerRules rules, StopSignal stop) {
        commitEngine().incoming().clear();
        return new PendingCommit(
                directory, files, commitEngine(), catalog, rules, stop, workbench.careers(), this::publish);
    }

    /// The engine of this writer.
    public Engine engine() {
        return commitEngine().engine();
    }

    private CommitEngine commitEngine() {
        files.createDirectories(directory.staging());
        CommitEngine started = engine == null ? workbench.engine(engineSettings) : engine;
        engine = started;
        return started;
    }

    /// Writes the metadata database anew, with its second copy, so that nothing of deleted rows is left in
    /// them.
    ///
    /// @return whether that succeeded; it does not while a reader needs an earlier state
    public boolean rewriteDatabase() {
        // Where a reader keeps the log, the copy is made when this writer leaves, and must not go on from what is
        // erased.
        mirror.fallBehind();
        boolean isWritten = catalog.database().rewrite();
        if (isWritten) {
            mirror.put();
        }
        return isWritten;
    }

    @Override
    public void close() {
        try {
            leaveEngine();
        } finally {
            try {
                leaveInOrder();
            } finally {
                releaseCatalogAndLock();
            }
        }
    }

    /// An engine that has spilled to its directory needs it as long as it lives, and staging is cleared away.
    private void leaveEngine() {
        CommitEngine left = engine;
        if (left == null) {
            return;
        }
        if (!files.exists(engineSettings.temporaryDirectory()) && isCleared(left)) {
            workbench.keep(left);
        } else {
            left.close();
        }
    }

    private static boolean isCleared(CommitEngine engine) {
        try {
            engine.clear();
            return true;
        } catch (WarehouseException broken) {
            LOG.log(System.Logger.Level.DEBUG, "an engine cannot be used again", broken);
            return false;
        }
    }

    /// What was staged is needed as long as a commit is not in place, or may have happened after all. What
    /// fails here undoes nothing: the next writer does it.
    private void leaveInOrder() {
        try {
            if (settled && catalog.commits().pending().isEmpty()) {
                mirror.follow(catalog);
                files.deleteTree(directory.staging());
            }
        } catch (WarehouseException later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the next writer has to tidy up " + directory.root() + ": " + later.getMessage());
        }
    }

    /// Is told that the outcome of a commit could not be learnt.
    private void leaveUnsettled() {
        settled = false;
    }

    private void releaseCatalogAndLock() {
        try {
            catalog.close();
        } finally {
            lock.close();
        }
    }

    /// Why the writer lock is taken.
    ///
    /// @param command what is going to be done, shown to other writers
    /// @param patience how long to wait for another writer; zero to give up at once
    /// @param clock the moment of what opening has to do
    /// @param stop ends the waiting
    public record Claim(String command, Duration patience, InstantSource clock, StopSignal stop) {

        /// Takes the lock.
        public WriterLock lock(WarehouseDirectory directory) {
            return WriterLock.acquire(
                    directory.root(),
                    command,
                    patience,
                    () -> stop.check("nothing was changed, another writer was still at work"));
        }
    }
}
