package dev.spartanlake.mirror;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Obstacles;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;

/// The second copies of data files. That of the metadata database is a [DatabaseMirror].
public final class Mirror {

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Obstacles obstacles;

    /// The second copy within a warehouse's directory.
    public Mirror(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        this.files = files;
        obstacles = new Obstacles(directory, files);
    }

    /// Whether the files of a partition have a second copy: those that could not be made anew.
    public static boolean holds(Partition partition) {
        return Tables.isObtained(partition.table());
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
}
