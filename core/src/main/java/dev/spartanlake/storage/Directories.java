package dev.spartanlake.storage;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lists what is in the directories of a warehouse, in the order of the paths. Links are not followed, and what
/// vanishes meanwhile is not there.
///
/// **Errors**: every method throws [WarehouseException] with [ErrorCode#STORAGE] when a directory cannot be listed.
public final class Directories {

    private Directories() {}

    /// What is in a directory; nothing when there is no such directory.
    public static List<Path> entries(Path directory) {
        List<Path> entries = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return entries;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException failed) {
            requireGone(directory, Objects.requireNonNull(failed.getCause(), "it has one by its contract"));
        } catch (IOException failed) {
            requireGone(directory, failed);
        }
        entries.sort(null);
        return entries;
    }

    /// A directory that vanished meanwhile may well refuse to be listed.
    private static void requireGone(Path directory, IOException failed) {
        if (Files.isDirectory(directory)) {
            throw unlistable(directory, failed);
        }
    }

    /// Whatever is no directory, in a directory and those in it; nothing when there is no such directory. A link to a
    /// directory is one of them.
    public static List<Path> filesBelow(Path directory) {
        return below(directory).stream()
                .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /// Everything in a directory and those in it, with the directory itself; nothing when there is none.
    public static List<Path> below(Path directory) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try {
            Files.walkFileTree(directory, new Collector(found));
        } catch (IOException failed) {
            throw unlistable(directory, failed);
        }
        found.sort(null);
        return found;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> found;

        private Collector(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            found.add(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(visited, failure);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static WarehouseException unlistable(Path directory, IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(directory),
                "cannot list " + directory + ": "
                        + DiskReason.ofDirectory(cause).reason() + "; check that it may be read",
                cause);
    }
}
