package dev.spartanlake.backup;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.inspection.FingerprintCheck;
import dev.spartanlake.storage.WarehouseDirectory;
import java.util.List;

/// Makes a warehouse what another one is, usually a backup of it.
public final class Restore {

    private static final int ATTEMPTS = 5;

    private final WarehouseDirectory source;
    private final WarehouseDirectory target;
    private final Terms terms;
    private final FingerprintCheck check;

    /// Prepares to restore.
    ///
    /// @param source the backup, of the present or an earlier format version; nothing is changed in it
    /// @param target the warehouse, which need not exist
    public Restore(WarehouseDirectory source, WarehouseDirectory target, Terms terms) {
        this.source = source;
        this.target = target;
        this.terms = terms;
        check = new FingerprintCheck(terms.files());
    }

    /// Refuses a warehouse that holds something, before a long backup is read. That there is no backup comes first.
    ///
    /// @throws WarehouseException with [ErrorCode#BACKUP_REFUSED] when there are matches or players
    public void refuseFilled() {
        Places.refuseOverlap(source, target);
        SourceWarehouse.open(source, terms.files()).close();
        if (Catalog.existsIn(target.root()) && Catalog.formatVersionIn(target.root()) > 0) {
            try (Catalog present = Catalog.openOlderForReading(target.root())) {
                refuseFilled(present);
            }
        }
    }

    /// Refuses a backup that is damaged.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when a file is not what was committed, or the
    ///     metadata database makes no sense
    public void refuseDamaged() {
        Places.refuseOverlap(source, target);
        try (SourceWarehouse from = SourceWarehouse.open(source, terms.files())) {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                SourceState state = from.state();
                List<DataFile> damaged = state.files().stream()
                        .peek(file -> terms.stop().check(target.root() + " is as it was before"))
                        .filter(file -> !check.isIntact(from.locate(state, file), file))
                        .toList();
                if (damaged.isEmpty()) {
                    return;
                }
                if (from.isStillIn(state)) {
                    DataFile first = damaged.getFirst();
                    throw check.damage(
                            from.locate(state, first),
                            first,
                            "of " + state.files().size() + " files, " + damaged.size()
                                    + " are like this; nothing was changed, mend the backup with: spartanlake repair --warehouse "
                                    + source.root());
                }
            }
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(source.root()),
                    "the backup " + source.root() + " changed " + ATTEMPTS
                            + " times while it was being read; restore it when nothing is written to it");
        }
    }

    /// Replaces the warehouse by the backup.
    ///
    /// @param mode [RestoreMode#INTO_EMPTY] or [RestoreMode#REPLACE]
    /// @throws WarehouseException with [ErrorCode#BACKUP_REFUSED] when the warehouse must hold nothing and does
    public CopyReport run(RestoreMode mode) {
        Places.refuseOccupied(target);
        try (SourceWarehouse from = SourceWarehouse.open(source, terms.files());
                WarehouseWriter writer = terms.openWriter(target)) {
            if (mode != RestoreMode.REPLACE) {
                refuseFilled(writer.catalog());
            }
            return new WarehouseCopy(from, writer, target, terms).run(_ -> {}, (_, _) -> {});
        }
    }

    private void refuseFilled(Catalog present) {
        long matches = present.ledger().count();
        int players = present.players().all().size();
        // The first change of a warehouse are the names that come with the library; what follows is somebody's.
        long changes = Math.max(0, present.commits().generation() - 1);
        if (matches > 0 || players > 0 || changes > 0) {
            throw Places.refused(
                    target.root(),
                    "expected an empty warehouse, found " + matches + " matches, " + players + " players and "
                            + changes + " changes in " + target.root()
                            + "; say --replace to lose them, or --merge to keep them and add what the backup holds");
        }
    }
}
