package dev.spartanlake.repair;

import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Keeps damaged files when others take their place: below `damaged`, in a directory of the moment of the
/// repair, under the paths they had.
public final class PutAside {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Path place;
    private boolean used;

    /// Prepares a place.
    public PutAside(WarehouseDirectory directory, FileStore files, Instant now) {
        this.directory = directory;
        this.files = files;
        place = directory.damaged().resolve(MOMENT.format(now));
    }

    /// Keeps a file, which stays where it is as well, unless it cannot be read. One that is not there is fine.
    public void keep(Path file) {
        if (files.exists(file)) {
            Path kept = place.resolve(directory.relative(file));
            Path above = files.createDirectoriesAbove(kept);
            copyOrMove(file, kept);
            files.forceDirectory(above);
            used = true;
        }
    }

    /// Moves away what stands in the place of something else. What is not there is fine.
    public void move(Path obstacle) {
        if (Files.exists(obstacle, LinkOption.NOFOLLOW_LINKS)) {
            files.moveAway(obstacle, place.resolve(directory.relative(obstacle)));
            used = true;
        }
    }

    private void copyOrMove(Path file, Path kept) {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            files.copy(file, kept);
            files.force(kept);
        } else {
            // A directory of the file's name, for one, would be in the way of its replacement.
            files.replace(file, kept);
        }
    }

    /// Where the files are; empty when none was kept.
    public Optional<Path> place() {
        return used ? Optional.of(place) : Optional.empty();
    }
}
