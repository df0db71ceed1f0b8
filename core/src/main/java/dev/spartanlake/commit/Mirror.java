package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.Obstacles;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The second copy of what cannot be derived from anything else: the documents, and the metadata database.
///
/// A copy of the database has the SHA-256 of its content in its name, which is also that of the database's
/// file as the last writer left it. So either of the two tells whether the other is damaged.
public final class Mirror {

    private static final Pattern DATABASE_NAME = Pattern.compile("metadata-([0-9a-f]{64})\\.db");

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Obstacles obstacles;

    /// The second copy within a warehouse's directory.
    public Mirror(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        this.files = files;
        obstacles = new Obstacles(directory, files);
    }

    /// Whether the files of a partition have a second copy.
    public static boolean holds(Partition partition) {
        return partition.table().equals(Tables.MATCH_DOCUMENTS.name());
    }

    /// Where the second copy of a partition's file is.
    public Path file(Partition partition) {
        return directory.secondCopy().resolve(partition.file());
    }

    /// Copies the file of a partition, which is in place.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when the file is not what was committed; the copy
    ///     that was there before stays
    public void put(DataFile file) {
        Partition partition = file.partition();
        Path source = directory.resolve(partition.file());
        Path copy = copy(source);
        if (!files.fingerprint(copy).equals(file.fingerprint())) {
            throw new WarehouseException(
                    ErrorCode.DAMAGED,
                    new Location(partition.table(), partition.path(), source),
                    "the file " + source + " is not what was committed, so no second copy was made of it; mend it with:"
                            + " spartanlake repair");
        }
        place(copy, file(partition));
    }

    /// Puts a second copy in the place of a file that is damaged or gone, in one step and durably.
    ///
    /// @param copy a second copy that is what was committed
    public void restore(Path copy, Path place) {
        place(copy(copy), place);
        files.forceDirectory(place.resolveSibling(""));
    }

    /// Deletes the second copy of a partition's file.
    public void delete(Partition partition) {
        files.delete(file(partition));
    }

    /// Copies the metadata database's file, which holds everything that was committed.
    public void putDatabase(Path database) {
        Fingerprint content = files.fingerprint(database);
        Path target = directory.secondCopy().resolve("metadata-" + content.sha256() + ".db");
        if (!files.exists(target) || !files.fingerprint(target).equals(content)) {
            place(copy(database), target);
            files.forceDirectory(directory.secondCopy());
            files.forceDirectory(directory.root());
        }
        databases().stream().filter(other -> !other.equals(target)).forEach(files::delete);
    }

    /// The copy of the metadata database that is what its name says; empty when there is none.
    public Optional<Path> database() {
        return databases().stream().filter(this::isWhole).findFirst();
    }

    private boolean isWhole(Path copy) {
        try {
            return files.fingerprint(copy).sha256().equals(sha256(copy));
        } catch (WarehouseException unreadable) {
            return false;
        }
    }

    /// Compares the metadata database with its copy, before anything is built upon it: a database that is
    /// damaged would take the place of its good copy when the writer leaves.
    ///
    /// @param catalog the database, opened by the holder of the writer lock
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when a whole copy is of the same generation and yet
    ///     has another content
    public void refuseChangedDatabase(Catalog catalog) {
        // A log that is not written into the file yet was left by a writer that made no copy afterwards.
        if (!databaseCopies().isEmpty() && catalog.database().checkpoint()) {
            refuseContradicted(catalog);
        }
    }

    /// Compares the metadata database with its copy, as [#refuseChangedDatabase] does, for a reader: while its log
    /// holds anything, nothing is compared.
    ///
    /// @param catalog the database, opened for reading
    public void refuseChangedSource(Catalog catalog) {
        boolean isWhole = directory.resolve(Catalog.FILE_NAME + "-wal").toFile().length() == 0;
        if (!databaseCopies().isEmpty() && isWhole) {
            refuseContradicted(catalog);
        }
    }

    private void refuseContradicted(Catalog catalog) {
        Path database = directory.resolve(Catalog.FILE_NAME);
        List<DatabaseCopy> copies = databaseCopies();
        String found = files.fingerprint(database).sha256();
        boolean isKnown = copies.stream().anyMatch(copy -> copy.sha256().equals(found));
        if (!isKnown) {
            database()
                    .filter(copy -> !sha256(copy).equals(found) && contradicts(copy, catalog))
                    .ifPresent(copy -> {
                        throw new WarehouseException(
                                ErrorCode.DAMAGED,
                                Location.of(database),
                                "the metadata database " + database
                                        + " is not what the last writer left: expected SHA-256 "
                                        + sha256(copy) + ", found " + found
                                        + "; nothing was changed, mend it with: spartanlake repair");
                    });
        }
    }

    /// Whether a whole copy with another content than the database tells that the database is damaged: it is a copy
    /// of the same generation, or one of a later format.
    ///
    /// @param copy the copy
    /// @param catalog the database, of the present or an earlier format
    public static boolean contradicts(Path copy, Catalog catalog) {
        try (Catalog copied = Catalog.openOlderCopy(copy)) {
            return copied.formatVersion() > catalog.formatVersion()
                    || copied.commits().state().equals(catalog.commits().state());
        } catch (WarehouseException otherFormat) {
            return false;
        }
    }

    /// The copies of the metadata database, whether they are what their names say or not, the newest first.
    public List<DatabaseCopy> databaseCopies() {
        return databases().stream()
                .map(copy -> new DatabaseCopy(copy, sha256(copy)))
                .toList();
    }

    /// A copy of the metadata database.
    ///
    /// @param file where it is
    /// @param sha256 the SHA-256 its content had when it was made
    public record DatabaseCopy(Path file, String sha256) {}

    /// The copies of the metadata database, the newest first. There are several only if a writer was
    /// interrupted. One that a writer deletes meanwhile is left out.
    private List<Path> databases() {
        Map<Path, FileTime> modified = new HashMap<>();
        for (Path entry : Directories.entries(directory.secondCopy())) {
            if (DATABASE_NAME.matcher(entry.getFileName().toString()).matches()) {
                modified(entry).ifPresent(time -> modified.put(entry, time));
            }
        }
        return modified.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String sha256(Path copy) {
        Matcher name = DATABASE_NAME.matcher(copy.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }

    /// When a file was last written; empty when it is gone.
    private static Optional<FileTime> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private Path copy(Path source) {
        Path copy = directory.staging().resolve("second-copy");
        files.createDirectories(directory.staging());
        files.copy(source, copy);
        return copy;
    }

    private void place(Path copy, Path target) {
        files.force(copy);
        obstacles.clear(target);
        files.createDirectoriesAbove(target);
        files.replace(copy, target);
    }

    private static WarehouseException unreadable(Path path, IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE, Location.of(path), "cannot read " + path + ": " + cause.getMessage(), cause);
    }
}
