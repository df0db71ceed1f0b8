package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.Obstacles;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Puts the files of committed changes in place. Every step can be done again, so a publication that was
/// interrupted is finished by whoever writes next.
public final class Publication {

    private static final System.Logger LOG = System.getLogger(Publication.class.getName());

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Mirror mirror;
    private final Obstacles obstacles;

    /// Publishes into a warehouse's directory.
    public Publication(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        this.files = files;
        mirror = new Mirror(directory, files);
        obstacles = new Obstacles(directory, files);
    }

    /// Finishes what earlier commits left to do, and clears what unfinished ones left behind. Only for the
    /// holder of the writer lock.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when neither what is staged nor what is in place is a
    ///     file that was committed; nothing is cleared up then
    public void recover(Catalog catalog) {
        checkStaged(catalog);
        finish(catalog);
        files.deleteTree(directory.staging());
    }

    /// Does what can still be done of what committed changes have to do. What cannot is left for a repair to
    /// find: files that are neither staged nor in place any more.
    public void recoverWhatIsLeft(Catalog catalog) {
        List<Commits.FileChange> pending = catalog.commits().pending();
        apply(
                pending.stream()
                        .filter(change -> isPossible(change, catalog.dataFiles()))
                        .toList(),
                catalog.dataFiles());
        // Also of what was put in place before the interruption.
        files.forceDirectories(allAbove(places(pending)));
        if (!pending.isEmpty()) {
            catalog.commits().markApplied();
        }
        files.deleteTree(directory.staging());
    }

    /// Puts in place what has just been committed, of which nothing was tried yet.
    public void publish(Catalog catalog) {
        publish(catalog, true);
    }

    /// Puts in place what committed changes still have to do. Directories that an attempt before has made may not be
    /// durable yet.
    public void finish(Catalog catalog) {
        publish(catalog, false);
    }

    private void publish(Catalog catalog, boolean isFirst) {
        Commits commits = catalog.commits();
        List<Commits.FileChange> pending = commits.pending();
        if (pending.isEmpty()) {
            return;
        }
        List<Path> changed = new ArrayList<>(places(pending));
        List<Partition> mirrored = pending.stream()
                .map(change -> Partition.parse(change.target()))
                .filter(Mirror::holds)
                .toList();
        mirrored.forEach(partition -> changed.add(mirror.file(partition)));
        boolean onlyAdds = pending.stream().noneMatch(change -> change.staged() == null);
        Set<Path> toForce = isFirst && onlyAdds ? changedDirectories(changed) : allAbove(changed);
        apply(pending, catalog.dataFiles());
        mirrored.forEach(partition -> copy(partition, catalog.dataFiles()));
        deleteEmptyDirectories(pending);
        files.forceDirectories(toForce.stream().filter(files::exists).toList());
        commits.markApplied();
    }

    private boolean isPossible(Commits.FileChange change, DataFiles dataFiles) {
        return change.staged() == null || hasContent(directory.resolve(change.staged()), committed(change, dataFiles));
    }

    /// Between the commit and now something may have happened to what was staged. It must not take the place of a
    /// file that is what was committed.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when neither the staged file nor the one in place is
    private void checkStaged(Catalog catalog) {
        List<Path> rubbish = new ArrayList<>();
        for (Commits.FileChange change : catalog.commits().pending()) {
            if (change.staged() != null && !change.staged().equals(change.target())) {
                Path staged = directory.resolve(change.staged());
                Optional<DataFile> committed = committed(change, catalog.dataFiles());
                if (files.exists(staged) && !hasContent(staged, committed)) {
                    checkInPlace(directory.resolve(change.target()), committed);
                    rubbish.add(staged);
                }
            }
        }
        rubbish.forEach(files::delete);
    }

    private static Optional<DataFile> committed(Commits.FileChange change, DataFiles dataFiles) {
        return dataFiles.at(change.target());
    }

    private boolean hasContent(Path file, Optional<DataFile> committed) {
        return files.exists(file)
                && committed
                        .map(DataFile::fingerprint)
                        .filter(expected -> isOfContent(file, expected))
                        .isPresent();
    }

    private boolean isOfContent(Path file, Fingerprint expected) {
        try {
            return files.fingerprint(file).equals(expected);
        } catch (WarehouseException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "not what was committed: " + file, unreadable);
            return false;
        }
    }

    private void apply(List<Commits.FileChange> changes, DataFiles dataFiles) {
        makeDirectories(changes);
        changes.forEach(change -> apply(change, dataFiles));
    }

    private List<Path> places(List<Commits.FileChange> changes) {
        return changes.stream()
                .map(change -> directory.resolve(change.target()))
                .toList();
    }

    /// The directory of a player without matches would still tell of the player.
    private void deleteEmptyDirectories(List<Commits.FileChange> changes) {
        for (Commits.FileChange change : changes) {
            if (change.staged() == null) {
                Path above = directory.resolve(change.target()).resolveSibling("");
                files.deleteEmptyDirectories(above, directory.root());
                files.deleteEmptyDirectories(
                        mirror.file(Partition.parse(change.target())).resolveSibling(""), directory.root());
            }
        }
    }

    private void copy(Partition partition, DataFiles dataFiles) {
        dataFiles.find(partition).ifPresentOrElse(mirror::put, () -> mirror.delete(partition));
    }

    private void apply(Commits.FileChange change, DataFiles dataFiles) {
        Path target = directory.resolve(change.target());
        String staged = change.staged();
        if (staged == null) {
            files.delete(target);
        } else if (files.exists(directory.resolve(staged))) {
            files.replace(directory.resolve(staged), target);
        } else {
            checkInPlace(target, committed(change, dataFiles));
        }
    }

    /// A staged file that is gone was put in place by an earlier, interrupted attempt; then the place has its
    /// content.
    private void checkInPlace(Path target, Optional<DataFile> committed) {
        if (!hasContent(target, committed)) {
            throw new WarehouseException(
                    ErrorCode.DAMAGED,
                    Location.of(target),
                    "the committed file " + target
                            + " is neither in place nor staged any more; mend it with: spartanlake repair");
        }
    }

    private void makeDirectories(List<Commits.FileChange> changes) {
        changes.stream()
                .filter(change -> change.staged() != null)
                .map(change -> directory.resolve(change.target()))
                .forEach(target -> {
                    obstacles.clear(target);
                    files.createDirectoriesAbove(target);
                });
    }

    /// The directories that get new names when files are put in place: those of the files, and where these have still
    /// to be made, those above them.
    private Set<Path> changedDirectories(Collection<Path> changedFiles) {
        Set<Path> changed = new TreeSet<>();
        for (Path file : changedFiles) {
            Path above = file.getParent();
            while (above != null && changed.add(above) && !Files.isDirectory(above)) {
                above = above.getParent();
            }
        }
        return changed;
    }

    /// Every directory of the warehouse on the way to a changed file: a new month, year or player is a new name in the
    /// directory above.
    private Set<Path> allAbove(Collection<Path> changedFiles) {
        Set<Path> all = new TreeSet<>();
        for (Path file : changedFiles) {
            Path above = file.getParent();
            while (above != null && above.startsWith(directory.root()) && all.add(above)) {
                above = above.getParent();
            }
        }
        return all;
    }
}
