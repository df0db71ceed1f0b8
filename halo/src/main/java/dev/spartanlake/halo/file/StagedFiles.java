package dev.spartanlake.halo.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/// Files that are written under a name of their own before they are moved into place. A process
/// that is killed in between leaves one behind.
public final class StagedFiles {

    private StagedFiles() {}

    /// Deletes those that were left. Other processes may do the same, or move theirs, meanwhile.
    ///
    /// @param glob what they are called
    /// @param before those that were last written earlier than this count as left
    /// @throws IOException if the directory cannot be read, or one of them not deleted
    public static void delete(Path directory, String glob, Instant before) throws IOException {
        try (DirectoryStream<Path> staged = Files.newDirectoryStream(directory, glob)) {
            for (Path each : staged) {
                if (isOlder(each, before)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
    }

    private static boolean isOlder(Path staged, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(staged).toInstant().isBefore(moment);
        } catch (NoSuchFileException _) {
            // Moved meanwhile, or deleted by another process.
            return false;
        }
    }
}
