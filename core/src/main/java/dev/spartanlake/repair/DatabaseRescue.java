package dev.spartanlake.repair;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Puts the second copy of the metadata database in the place of one that is damaged, before anybody opens it.
/// Where there is no whole copy, the database is taken away: a new one is filled from the documents in the tree.
public final class DatabaseRescue {

    private static final Set<Kind> BEYOND_USE =
            EnumSet.of(Kind.METADATA_UNREADABLE, Kind.METADATA_CORRUPT, Kind.METADATA_CHANGED);

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final PutAside aside;
    private MetadataRescue done = MetadataRescue.NOT_NEEDED;

    /// Prepares a rescue.
    public DatabaseRescue(WarehouseDirectory directory, FileStore files, PutAside aside) {
        this.directory = directory;
        this.files = files;
        this.aside = aside;
    }

    /// Rescues the database if findings ask for it. Only for the holder of the writer lock.
    public void run(Collection<Finding> findings) {
        DatabaseMirror mirror = new DatabaseMirror(directory, files);
        MetadataRescue needed = neededFor(findings, mirror);
        if (needed == MetadataRescue.NOT_NEEDED) {
            return;
        }
        Path database = directory.resolve(Catalog.FILE_NAME);
        Path log = directory.resolve(Catalog.FILE_NAME + "-wal");
        Path index = directory.resolve(Catalog.FILE_NAME + "-shm");
        for (Path part : new Path[] {database, log, index}) {
            aside.keep(part);
        }
        // The log belongs to the damaged file, and would be applied to the copy.
        files.delete(log);
        files.delete(index);
        if (!mirror.restore()) {
            files.delete(database);
            files.forceDirectory(directory.root());
        }
        done = needed;
    }

    /// What findings ask for.
    static MetadataRescue neededFor(Collection<Finding> findings, DatabaseMirror mirror) {
        if (findings.stream().map(Finding::kind).noneMatch(BEYOND_USE::contains)) {
            return MetadataRescue.NOT_NEEDED;
        }
        return mirror.canRestore() ? MetadataRescue.PUT_BACK : MetadataRescue.MADE_ANEW;
    }

    /// What was done.
    public MetadataRescue done() {
        return done;
    }
}
