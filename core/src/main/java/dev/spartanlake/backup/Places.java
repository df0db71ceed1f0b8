package dev.spartanlake.backup;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Refuses directories between which nothing can be copied, before anything is done to them.
final class Places {

    /// What the first attempt at a backup may have left behind.
    private static final List<String> OURS = List.of(".lock", ".lock.owner", ".staging");

    private Places() {}

    /// Refuses two directories of which one is, or is in, the other. What was kept of a warehouse in its own
    /// directory is not part of it.
    static void refuseOverlap(WarehouseDirectory source, WarehouseDirectory target) {
        Path from = real(source.root());
        Path to = real(target.root());
        boolean isKept = from.startsWith(real(target.backups()));
        if (!isKept && (from.startsWith(to) || to.startsWith(from))) {
            throw refused(
                    target.root(),
                    "expected two directories of which neither is in the other, found " + from + " and " + to
                            + "; name another directory");
        }
    }

    /// Refuses a target that is something else than a directory for a warehouse.
    static void refuseOccupied(WarehouseDirectory target) {
        Path root = target.root();
        if (Catalog.existsIn(root) || !Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw refused(root, "expected a directory, found a file at " + root + "; name another directory");
        }
        Optional<String> foreign = Directories.entries(root).stream()
                .filter(Predicate.not(target.configuration()::equals))
                .map(entry -> entry.getFileName().toString())
                .filter(Predicate.not(OURS::contains))
                .findFirst();
        if (foreign.isPresent()) {
            throw refused(
                    root,
                    "expected a warehouse or an empty directory, found \"" + foreign.get() + "\" in " + root
                            + "; name another directory");
        }
    }

    static WarehouseException refused(Path place, String reason) {
        return new WarehouseException(ErrorCode.BACKUP_REFUSED, Location.of(place), "nothing was changed: " + reason);
    }

    /// The path without links, as far as it exists.
    private static Path real(Path path) {
        Path above = path.getParent();
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return above == null ? path : real(above).resolve(path.getFileName());
        }
    }
}
