package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Brings a warehouse of an older format version to the present one, in one commit, and keeps it as it was
/// besides.
final class FormatUpgrade {

    private static final System.Logger LOG = System.getLogger(FormatUpgrade.class.getName());

    /// The format version from which on there are second copies.
    private static final long SECOND_COPIES_SINCE = 2;

    private final WarehouseDirectory directory;
    private final FileStore files;

    FormatUpgrade(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        this.files = files;
    }

    /// Upgrades. Only for the holder of the writer lock, with no publication left to do; afterwards there is
    /// one.
    void run(Catalog catalog, Instant now) {
        long version = catalog.formatVersion();
        Path backup = directory.backups().resolve("format-" + version);
        keepAsItIs(catalog, backup);
        catalog.database().inTransaction(() -> {
            catalog.upgrade();
            long commitId = catalog.commits().generation() + 1;
            String command = "upgrade from format " + version + " to " + Catalog.FORMAT_VERSION;
            catalog.commits()
                    .record(
                            new Commits.Commit(commitId, now, command, 0, 0),
                            version < SECOND_COPIES_SINCE ? withoutSecondCopy(catalog) : List.of());
            catalog.settings().noteMending(commitId);
        });
        LOG.log(
                System.Logger.Level.INFO,
                "the warehouse " + directory.root() + " had format version " + version + " and has version "
                        + Catalog.FORMAT_VERSION + " now; as it was it is kept in " + backup);
    }

    /// The files stay where they are; what is to be done in the tree is their second copy.
    private static List<Commits.FileChange> withoutSecondCopy(Catalog catalog) {
        return catalog.dataFiles().all().stream()
                .map(DataFile::partition)
                .filter(Mirror::holds)
                .map(Partition::file)
                .map(Commits.FileChange::inPlace)
                .toList();
    }

    /// Files of the tree are never written to, only replaced, so a second name keeps what they are now.
    private void keepAsItIs(Catalog catalog, Path backup) {
        WarehouseDirectory kept = new WarehouseDirectory(backup);
        Path copy = directory.staging().resolve("kept-" + Catalog.FILE_NAME);
        files.createDirectories(backup);
        files.createDirectories(directory.staging());
        catalog.dataFiles().all().stream()
                .map(file -> file.partition().file())
                .filter(file -> files.exists(directory.resolve(file)))
                .forEach(file -> keep(directory.resolve(file), kept.resolve(file)));
        files.delete(copy);
        catalog.database().copyTo(copy);
        files.force(copy);
        files.replace(copy, backup.resolve(Catalog.FILE_NAME));
        files.forceDirectory(backup);
        files.forceDirectory(directory.backups());
        files.forceDirectory(directory.root());
    }

    private void keep(Path file, Path target) {
        Path above = files.createDirectoriesAbove(target);
        files.linkOrCopy(file, target);
        files.force(target);
        files.forceDirectory(above);
    }
}
