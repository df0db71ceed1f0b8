package dev.spartanlake.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// The operations on files a commit is made of. Each either happens or throws; none is retried behind the
/// caller's back, except where the platform asks for it.
///
/// An interface, so that a store that fails at the n-th operation can stand in for the disk.
///
/// **Errors**: every method throws [dev.spartanlake.error.WarehouseException] with
/// [dev.spartanlake.error.ErrorCode#STORAGE] when the disk refuses.
public interface FileStore {

    /// Makes a directory and those above it, where missing, durable with the next [#forceDirectory].
    void createDirectories(Path directory);

    /// Makes a directory and those above it, where missing, durable at once.
    default void createDurableDirectories(Path directory) {
        List<Path> changed = new ArrayList<>();
        Path missing = directory.toAbsolutePath();
        while (missing != null && !exists(missing)) {
            missing = missing.getParent();
            if (missing != null) {
                changed.add(missing);
            }
        }
        createDirectories(directory);
        // A directory that may be written to and not listed cannot be opened.
        forceDirectories(changed.stream().filter(Files::isReadable).toList());
    }

    /// Makes the directories above a file, where missing.
    ///
    /// @return the directory the file is in
    default Path createDirectoriesAbove(Path file) {
        Path above = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no file is a root");
        createDirectories(above);
        return above;
    }

    /// Makes a file's content durable. A failure leaves the content in an unknown state: the file is dropped,
    /// never forced again.
    void force(Path file);

    /// Makes the contents of several files durable, in any order or at once.
    default void forceAll(Collection<Path> files) {
        files.forEach(this::force);
    }

    /// Makes the names in a directory durable, where the platform can.
    void forceDirectory(Path directory);

    /// Makes the names in several directories durable, in any order or at once.
    default void forceDirectories(Collection<Path> directories) {
        directories.forEach(this::forceDirectory);
    }

    /// Moves a file over another of the same file system in one step: whoever opens the target finds the old or
    /// the new one.
    void replace(Path source, Path target);

    /// Moves something out of the way, whatever it is, to a place on the same file system that is free. Durable.
    default void moveAway(Path obstacle, Path free) {
        Path above = createDirectoriesAbove(free);
        replace(obstacle, free);
        forceDirectory(above);
    }

    /// Writes a small file anew.
    void write(Path file, byte[] content);

    /// Writes a file anew, however long it is.
    void write(Path file, Content content);

    /// Writes to the end of a file, making it where there is none. It is not durable yet.
    ///
    /// @param end how much of the file stays; what is behind it is cut off
    void append(Path file, long end, ByteBuffer content);

    /// Copies a file, over another one where there is one. The copy is not durable yet.
    ///
    /// @return the length and the SHA-256 of what was copied
    Fingerprint copy(Path source, Path target);

    /// Gives a file a second name where the file system can, and copies it where not.
    void linkOrCopy(Path source, Path target);

    /// Deletes a file; one that is not there is fine.
    void delete(Path file);

    /// Deletes a directory with all that is in it; one that is not there is fine.
    void deleteTree(Path directory);

    /// Deletes a directory and those above it as long as they are empty, below another one.
    void deleteEmptyDirectories(Path deepest, Path below);

    /// Whether there is such a file.
    boolean exists(Path file);

    /// Reads a file through once.
    ///
    /// @return its length and the SHA-256 of its content
    Fingerprint fingerprint(Path file);

    /// What is written to a file.
    @FunctionalInterface
    interface Content {

        /// Writes all of it.
        void writeTo(OutputStream target) throws IOException;
    }
}
