package dev.spartanlake.backup;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.CatalogDifferences;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Settings.BackupMark;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.Optional;

/// Makes another directory a backup of a warehouse, while others may write to the warehouse.
///
/// A backup is a warehouse that says of which one it is a backup. Only such a one is ever overwritten, and only
/// if nothing in it would be lost.
public final class Backup {

    private final WarehouseDirectory source;
    private final WarehouseDirectory target;
    private final Terms terms;

    /// Prepares a backup.
    ///
    /// @param source the warehouse, in the present format version and with an identifier
    /// @param target the directory of the backup, which need not exist
    public Backup(WarehouseDirectory source, WarehouseDirectory target, Terms terms) {
        this.source = source;
        this.target = target;
        this.terms = terms;
    }

    /// Makes the backup, or brings it up to date.
    ///
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#BACKUP_REFUSED] when the directory is used for something else; with
    ///     [dev.spartanlake.error.ErrorCode#DAMAGED] when the warehouse is damaged. The backup is what it was
    ///     before then.
    public CopyReport run() {
        Places.refuseOverlap(source, target);
        Places.refuseOccupied(target);
        try (SourceWarehouse from = SourceWarehouse.open(source, terms.files())) {
            if (Catalog.existsIn(target.root()) && Catalog.formatVersionIn(target.root()) > 0) {
                // Opening it to write would already change it.
                try (Catalog present = Catalog.openOlderForReading(target.root())) {
                    refuseOthers(present, from);
                }
            }
            try (WarehouseWriter writer = terms.openWriter(target)) {
                refuseOthers(writer.catalog(), from);
                String warehouseId = from.warehouseId().orElseThrow();
                return new WarehouseCopy(from, writer, target, terms)
                        .run(
                                this::refuseLastCopies,
                                (catalog, commitId) ->
                                        catalog.settings().markBackup(BackupMark.fresh(warehouseId, commitId)));
            }
        }
    }

    private void refuseOthers(Catalog present, SourceWarehouse from) {
        Path place = target.root();
        if (present.commits().generation() == 0) {
            return;
        }
        Optional<BackupMark> mark = present.settings().backupMark();
        if (mark.isEmpty()) {
            throw Places.refused(
                    place,
                    "expected a backup or an empty directory, found a warehouse of its own in " + place
                            + "; name another directory");
        }
        if (!from.warehouseId().equals(Optional.of(mark.get().warehouseId()))) {
            throw Places.refused(
                    place,
                    "expected a backup of " + source.root() + ", found one of another warehouse in " + place
                            + "; name another directory, or bring in what it holds with: spartanlake merge " + place);
        }
        refuseLoss(present.commits(), mark.get(), from);
    }

    /// Damage may have cost the warehouse documents, skill data and highlight events that the
    /// backup still has.
    private void refuseLastCopies(CatalogDifferences toSource) {
        long last = toSource.matchesLostThere();
        if (last > 0) {
            throw Places.refused(
                    target.root(),
                    "the backup in " + target.root() + " holds documents, skill data or highlight events that "
                            + source.root() + " has lost, of " + last
                            + " of its matches; bring them in first with: spartanlake merge " + target.root());
        }
    }

    /// Refuses to overwrite changes that were made to the backup itself, or that the warehouse was made to
    /// forget by restoring an earlier backup. It may be mended and upgraded like any warehouse.
    private void refuseLoss(Commits history, BackupMark mark, SourceWarehouse from) {
        history.after(mark.mendedBy()).stream().findFirst().ifPresent(commit -> {
            throw loss("was changed after it was made", commit);
        });
        history.before(mark.commitId()).filter(commit -> !from.hasMade(commit)).ifPresent(commit -> {
            throw loss("holds what " + source.root() + " does not", commit);
        });
    }

    private RuntimeException loss(String what, Commits.Commit commit) {
        return Places.refused(
                target.root(),
                "the backup in " + target.root() + " " + what + " (commit " + commit.commitId() + " by \""
                        + commit.command() + "\" at " + commit.committedAt()
                        + "), which would be lost; bring it in with: spartanlake merge " + target.root()
                        + ", and back up to another directory");
    }
}
