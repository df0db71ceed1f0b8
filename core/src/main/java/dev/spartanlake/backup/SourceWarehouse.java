package dev.spartanlake.backup;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Remains;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.Optional;

/// A warehouse of the present or an earlier format version that is read while others may write to it. Nothing
/// is changed in it.
///
/// **Lifecycle**: whoever opens it closes it.
final class SourceWarehouse implements AutoCloseable {

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Catalog live;

    private SourceWarehouse(WarehouseDirectory directory, FileStore files, Catalog live) {
        this.directory = directory;
        this.files = files;
        this.live = live;
    }

    /// Opens a warehouse.
    ///
    /// @throws WarehouseException with [ErrorCode#NOT_A_WAREHOUSE] or [ErrorCode#FORMAT_TOO_NEW]; with
    ///     [ErrorCode#DAMAGED] when the metadata are not what the last writer left
    static SourceWarehouse open(WarehouseDirectory directory, FileStore files) {
        Remains.refuseWithoutDatabase(directory);
        if (!Catalog.existsIn(directory.root())) {
            throw new WarehouseException(
                    ErrorCode.NOT_A_WAREHOUSE,
                    Location.of(directory.root()),
                    "nothing was changed: expected a warehouse or a backup, found no " + Catalog.FILE_NAME + " in "
                            + directory.root() + "; name another directory");
        }
        Catalog live = Catalog.openOlderForReading(directory.root());
        try {
            new DatabaseMirror(directory, files).refuseChangedSource(live);
            return new SourceWarehouse(directory, files, live);
        } catch (RuntimeException damaged) {
            live.close();
            throw damaged;
        }
    }

    WarehouseDirectory directory() {
        return directory;
    }

    /// Which warehouse it is; empty where it does not say.
    Optional<String> warehouseId() {
        return live.settings().warehouseId();
    }

    /// Whether a change is part of its history.
    boolean hasMade(Commits.Commit commit) {
        return live.commits().contains(commit);
    }

    /// What it holds now.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when the metadata database makes no sense
    SourceState state() {
        if (!live.database().isSound()) {
            Path database = directory.resolve(Catalog.FILE_NAME);
            throw new WarehouseException(
                    ErrorCode.DAMAGED,
                    Location.of(database),
                    "the metadata database " + database
                            + " is damaged; nothing was changed, mend it with: spartanlake repair --warehouse "
                            + directory.root());
        }
        return live.database().inRead(() -> SourceState.of(live));
    }

    /// Copies the metadata database as it is at one moment, and upgrades the copy where its format is older.
    ///
    /// @param copy where to; what is there is replaced
    /// @return what the copy says
    SourceState capture(Path copy) {
        files.createDirectoriesAbove(copy);
        files.delete(copy);
        live.database().copyTo(copy);
        Catalog.upgradeCopy(copy);
        try (Catalog catalog = Catalog.openFileForReading(copy)) {
            return SourceState.of(catalog);
        }
    }

    /// Whether it still is in a state.
    boolean isStillIn(SourceState state) {
        return state.moment().equals(live.commits().state());
    }

    /// Where a file of a state is, as long as the warehouse is in that state.
    Path locate(SourceState state, DataFile file) {
        return state.pending().locate(directory, file);
    }

    @Override
    public void close() {
        live.close();
    }
}
