package dev.spartanlake.mirror;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.WriteAheadLog;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.Obstacles;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The second copy of the metadata database.
///
/// A copy of its whole file has the SHA-256 of that content in its name, and what changed afterwards lies beside it
/// with digests of its own. So either of database and copy tells whether the other is damaged, and a change costs what
/// it changed, however large the database is.
///
/// **Threads**: one at a time; what changes a copy is for the holder of the writer lock.
public final class DatabaseMirror {

    /// A log longer than this many pages is put into the database's file at once, and the whole copied when the
    /// writer leaves: 16 MiB of pages of the usual length.
    private static final int MOST_FRAMES = 4096;

    /// Changes of which a copy of the whole would be as long are not kept apart.
    private static final long LEAST_LOG_BYTES = 1L << 19;

    private static final System.Logger LOG = System.getLogger(DatabaseMirror.class.getName());

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Obstacles obstacles;
    private final ComparedCopy compared;
    private final Path database;

    /// The copy that is the database without what is in its log; null when there is none, or nobody has compared them.
    private @Nullable DatabaseCopy inStep;

    /// Where the log was when they were compared.
    private WriteAheadLog.@Nullable Position logBefore;

    /// The second copy within a warehouse's directory.
    public DatabaseMirror(WarehouseDirectory directory, FileStore files) {
        this(directory, files, new ComparedCopy());
    }

    /// The second copy within a warehouse's directory.
    ///
    /// @param compared what this process knows of it
    public DatabaseMirror(WarehouseDirectory directory, FileStore files, ComparedCopy compared) {
        this.directory = directory;
        this.files = files;
        this.compared = compared;
        obstacles = new Obstacles(directory, files);
        database = directory.resolve(Catalog.FILE_NAME);
    }

    /// The copies, whether they are what they should be or not, the newest first. There are several only if a writer
    /// was interrupted. One that a writer deletes meanwhile is left out.
    public List<DatabaseCopy> copies() {
        Map<DatabaseCopy, FileTime> modified = new HashMap<>();
        for (Path entry : Directories.entries(directory.secondCopy())) {
            DatabaseCopy.at(entry).ifPresent(copy -> copy.modified().ifPresent(time -> modified.put(copy, time)));
        }
        return modified.entrySet().stream()
                .sorted(Map.Entry.<DatabaseCopy, FileTime>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(DatabaseCopy::sha256))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Puts the best copy in the place of the database, in one step and durably: the newest that is
    /// what was written, or what is sound of one whose later changes are not.
    ///
    /// @return whether there is one
    public boolean restore() {
        try (OpenCopies copies = open()) {
            Optional<CopyContent> best = copies.best();
            best.ifPresent(this::restore);
            return best.isPresent();
        }
    }

    private void restore(CopyContent content) {
        Path staged = staged();
        files.write(staged, content::writeTo);
        place(database, staged);
        files.forceDirectory(directory.root());
    }

    /// Whether there is a copy that [#restore] can use.
    public boolean canRestore() {
        try (OpenCopies copies = open()) {
            return copies.best().isPresent();
        }
    }

    private OpenCopies open() {
        return OpenCopies.of(copies(), (copy, why) -> LOG.log(System.Logger.Level.DEBUG, "not used: " + copy, why));
    }

    /// Compares the metadata database with its copy, before anything is built upon it: what is damaged would take
    /// the place of its good copy when the writer leaves.
    ///
    /// @param catalog the database, opened by the holder of the writer lock
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when a whole copy is of the same generation and yet has
    ///     another content
    public void refuseChanged(Catalog catalog) {
        // A log that is not written into the file yet was left by a writer that made no copy afterwards.
        if (!copies().isEmpty() && catalog.database().checkpoint()) {
            inStep = compared.with(database).or(() -> compare(catalog)).orElse(null);
            logBefore = catalog.database().logPosition();
        }
    }

    private Optional<DatabaseCopy> compare(Catalog catalog) {
        try (OpenCopies copies = open()) {
            return refuseContradicted(copies, catalog)
                    .filter(copy -> copy.log().state() == PageLog.State.WHOLE)
                    .map(this::remember);
        }
    }

    /// Compares the metadata database with its copy, as [#refuseChanged] does, for a reader: while its log holds
    /// anything, nothing is compared.
    ///
    /// @param catalog the database, opened for reading
    public void refuseChangedSource(Catalog catalog) {
        try (OpenCopies copies = open()) {
            boolean isWhole =
                    directory.resolve(Catalog.FILE_NAME + "-wal").toFile().length() == 0;
            if (!copies.all().isEmpty() && isWhole) {
                refuseContradicted(copies, catalog);
            }
        }
    }

    /// @return the copy that has the content of the database; empty when there is only an earlier one
    private Optional<CopyContent> refuseContradicted(OpenCopies copies, Catalog catalog) {
        Fingerprint found = files.fingerprint(database);
        Optional<CopyContent> same = copies.of(found);
        if (same.isEmpty()) {
            copies.whole().filter(copy -> copy.contradicts(catalog)).ifPresent(copy -> {
                throw new WarehouseException(
                        ErrorCode.DAMAGED,
                        Location.of(database),
                        "the metadata database " + database + " is not what the last writer left: expected SHA-256 "
                                + copy.fingerprint().sha256() + ", found " + found.sha256()
                                + "; nothing was changed, mend it with: spartanlake repair");
            });
        }
        return same;
    }

    private DatabaseCopy remember(CopyContent content) {
        compared.compared(content.copy(), content.log(), database);
        return content.copy();
    }

    /// Keeps the log of the database from growing without end. Comes after every commit.
    public void committed(Catalog catalog) {
        if (catalog.database().logFrames() > MOST_FRAMES) {
            fallBehind();
            catalog.database().checkpoint();
        }
    }

    /// Lets the whole file be copied when the writer leaves: nothing of what is in the copy now stays.
    public void fallBehind() {
        inStep = null;
        compared.forget();
    }

    /// Puts what was committed into the database's file, and copies it. The copy is made last: it is never of a later
    /// state than the file.
    ///
    /// @param catalog the database, on which no transaction is open
    public void follow(Catalog catalog) {
        DatabaseCopy copy = inStep;
        Change change = copy == null ? null : change(copy, catalog);
        if (!catalog.database().checkpoint()) {
            compared.forget();
        } else if (change == null) {
            put();
        } else {
            append(change);
            compared.followed(change.copy, change.log, database);
        }
    }

    /// @return what has to be added to the copy; null when the whole is to be copied anew
    private @Nullable Change change(DatabaseCopy copy, Catalog catalog) {
        PageLog known = compared.log(copy).orElseGet(copy::log);
        WriteAheadLog.Position before = logBefore;
        if (before == null || catalog.database().logPosition().equals(before)) {
            return before == null ? null : new Change(copy, known, null);
        }
        try (WriteAheadLog log = catalog.database().committedPages(before).orElse(null)) {
            if (log == null || isLong(known, log)) {
                return null;
            }
            Map<Integer, ByteBuffer> pages = new TreeMap<>();
            for (int page : log.pages()) {
                pages.put(page, log.page(page));
            }
            return new Change(
                    copy, known, known.change(log.pageSize(), log.databasePages(), CopiedState.of(catalog), pages));
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(database, failed);
        }
    }

    private static boolean isLong(PageLog known, WriteAheadLog log) {
        long whole = (long) log.pageSize() * log.databasePages();
        long added = (long) log.pageSize() * log.pageCount();
        return known.end() + added > Math.max(LEAST_LOG_BYTES, whole / 2);
    }

    private void append(Change change) {
        ByteBuffer bytes = change.bytes;
        if (bytes == null) {
            return;
        }
        boolean isNew = change.log.isEmpty();
        Path pages = change.copy.pages();
        try {
            files.append(pages, change.log.end(), bytes.duplicate());
            files.force(pages);
            if (isNew) {
                files.forceDirectory(directory.secondCopy());
            }
        } catch (WarehouseException failed) {
            // Nobody knows what of it is on the disk; the next writer copies the whole.
            fallBehind();
            deleteAfter(failed, pages);
            throw failed;
        }
        change.log.grow(bytes);
    }

    private void deleteAfter(WarehouseException cause, Path file) {
        try {
            files.delete(file);
        } catch (WarehouseException undeletable) {
            cause.addSuppressed(undeletable);
        }
    }

    /// What is to be added to a copy.
    ///
    /// @param log what was added before
    /// @param bytes null for nothing
    private record Change(
            DatabaseCopy copy, PageLog log, @Nullable ByteBuffer bytes) {}

    /// Copies the database's file as a whole. It holds everything that was committed.
    public void put() {
        Fingerprint content = files.fingerprint(database);
        DatabaseCopy target = DatabaseCopy.of(directory.secondCopy(), content.sha256());
        if (!files.exists(target.file())
                || !files.fingerprint(target.file()).equals(content)
                || files.exists(target.pages())) {
            obstacles.clear(target.pages());
            files.delete(target.pages());
            place(target.file(), stagedCopy(content));
            files.forceDirectory(directory.secondCopy());
            files.forceDirectory(directory.root());
        }
        deleteOthers(target);
        inStep = target;
        compared.compared(target, target.log(), database);
    }

    private Path stagedCopy(Fingerprint content) {
        Path staged = staged();
        Fingerprint copied = files.copy(database, staged);
        if (!copied.equals(content)) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(database),
                    "the metadata database " + database + " changed while it was copied: expected SHA-256 "
                            + content.sha256() + ", found " + copied.sha256()
                            + "; close what writes to it, and run the command again");
        }
        return staged;
    }

    private Path staged() {
        files.createDirectories(directory.staging());
        return directory.staging().resolve("second-copy");
    }

    private void place(Path target, Path staged) {
        files.force(staged);
        obstacles.clear(target);
        files.createDirectoriesAbove(target);
        files.replace(staged, target);
    }

    /// Changes go first: without the copy they go on from nobody would find them.
    private void deleteOthers(DatabaseCopy kept) {
        for (Path entry : Directories.entries(directory.secondCopy())) {
            if (DatabaseCopy.isPages(entry) && !entry.equals(kept.pages())) {
                files.delete(entry);
            }
        }
        copies().stream()
                .filter(other -> !other.equals(kept))
                .map(DatabaseCopy::file)
                .forEach(files::delete);
    }
}
