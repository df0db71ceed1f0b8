package dev.spartanlake.storage;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// What stands in the way of the files of a warehouse: something that is no directory where one belongs, or a
/// directory where the file itself belongs. A file cannot be put in its place before that is moved away.
public final class Obstacles {

    private static final System.Logger LOG = System.getLogger(Obstacles.class.getName());

    private final WarehouseDirectory directory;
    private final FileStore files;

    /// Looks for what stands in the way in a warehouse.
    public Obstacles(WarehouseDirectory directory, FileStore files) {
        this.directory = directory;
        this.files = files;
    }

    /// What stands in the way of a file; empty where nothing does. A link that leads to a directory counts as a
    /// directory.
    ///
    /// @param file the file's place, in the warehouse
    public static Optional<Path> onTheWayTo(WarehouseDirectory directory, Path file) {
        Path step = directory.root();
        for (Path name : directory.root().relativize(file)) {
            step = step.resolve(name);
            if (!Files.exists(step, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            boolean isDirectory =
                    step.equals(file) ? Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS) : Files.isDirectory(step);
            if (isDirectory == step.equals(file)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /// Moves what stands in the way of a file below `damaged/in-the-way`, under the path it had.
    ///
    /// @param file the file's place, in the warehouse
    public void clear(Path file) {
        onTheWayTo(directory, file).ifPresent(obstacle -> {
            Path aside = free(directory.damaged().resolve("in-the-way").resolve(directory.relative(obstacle)));
            files.moveAway(obstacle, aside);
            LOG.log(
                    System.Logger.Level.WARNING,
                    obstacle + " stood in the way of a file of the warehouse; it is in " + aside + " now");
        });
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = wanted.resolveSibling(wanted.getFileName() + "." + number);
        }
        return free;
    }
}
