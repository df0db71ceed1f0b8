package dev.spartanlake.imports.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of a foreign database with its log, in a directory of its own among the temporary files.
///
/// The name of the directory says which process made it. What a killed one has left there goes with
/// the first copy that is made when it is older than a day.
///
/// @param directory with nothing else in it
record TemporaryCopy(Path directory) {

    private static final System.Logger LOG = System.getLogger(TemporaryCopy.class.getName());
    private static final String PREFIX = "spartanlake-import-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-.*");

    private static final String DATABASE = "copy.db";

    /// Of the files that are put there, and of those that SQLite makes beside them.
    private static final List<String> ENDINGS = List.of("-shm", "-wal", "-journal", "");

    /// Nobody sees the processes of another container that has the same temporary files; an import
    /// is over by then.
    private static final Duration LONGEST_IMPORT = Duration.ofDays(1);

    /// Copies a database. It is linked where it can be, as it may be large; the log is copied, as
    /// SQLite opens it for writing. One that is gone by now is left out: whoever reads the copy
    /// sees that the files changed.
    ///
    /// @param temporary where temporary files are
    static TemporaryCopy of(Path file, Path temporary) throws IOException {
        Path directory = Files.createTempDirectory(
                temporary, PREFIX + ProcessHandle.current().pid() + "-");
        TemporaryCopy copy = new TemporaryCopy(directory);
        copy.sweep();
        try {
            link(file, copy.database());
            copyIfThere(FileState.log(file), FileState.log(copy.database()));
            return copy;
        } catch (IOException failed) {
            copy.deleteAfter(failed);
            throw failed;
        }
    }

    private static void link(Path file, Path link) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (IOException | UnsupportedOperationException elsewhere) {
            // On another disk, or on one without links.
            LOG.log(System.Logger.Level.DEBUG, "copied instead of linked: " + file, elsewhere);
            Files.copy(file, link);
        }
    }

    private static void copyIfThere(Path log, Path target) throws IOException {
        try {
            Files.copy(log, target);
        } catch (NoSuchFileException gone) {
            LOG.log(System.Logger.Level.DEBUG, "its program has just deleted " + log, gone);
        }
    }

    /// Deletes the copy, of which something else failed; that it stays is told with that.
    void deleteAfter(Exception failed) {
        try {
            delete();
        } catch (IOException left) {
            failed.addSuppressed(left);
        }
    }

    /// Deletes what killed imports of this user have left, as far as that can be.
    private void sweep() {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(directory.resolveSibling(""), PREFIX + "*")) {
            for (Path copy : copies) {
                sweep(copy);
            }
        } catch (IOException | DirectoryIteratorException unlisted) {
            LOG.log(System.Logger.Level.DEBUG, "the temporary files cannot be listed", unlisted);
        }
    }

    private void sweep(Path copy) {
        try {
            if (isAbandoned(copy)) {
                new TemporaryCopy(copy).delete();
            }
        } catch (IOException | UnsupportedOperationException inUse) {
            // Something else is in it, another import was faster, or nothing tells whose it is.
            LOG.log(System.Logger.Level.DEBUG, "not deleted: " + copy, inUse);
        }
    }

    /// A link may lead to anything, and somebody else's directory may be one.
    private boolean isAbandoned(Path copy) throws IOException {
        Matcher name = NAME.matcher(copy.getFileName().toString());
        BasicFileAttributes found = Files.readAttributes(copy, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant made = found.lastModifiedTime().toInstant();
        return name.matches()
                && found.isDirectory()
                && Files.getOwner(copy, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(directory))
                && made.plus(LONGEST_IMPORT).isBefore(Instant.now())
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /// The copied database; its log lies beside it.
    Path database() {
        return directory.resolve(DATABASE);
    }

    /// Deletes it, and nothing else that somebody put there.
    void delete() throws IOException {
        for (String ending : ENDINGS) {
            Files.deleteIfExists(directory.resolve(DATABASE + ending));
        }
        Files.delete(directory);
    }
}
