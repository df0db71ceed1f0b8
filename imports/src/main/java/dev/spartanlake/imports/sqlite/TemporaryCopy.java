package dev.spartanlake.imports.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A copy of a foreign database with its log, in a directory of its own among the temporary files.
///
/// The name of the directory says which process made it, so that what a killed one has left there
/// goes with the next copy that is made.
///
/// @param directory with nothing else in it
record TemporaryCopy(Path directory) {

    private static final System.Logger LOG = System.getLogger(TemporaryCopy.class.getName());
    private static final String PREFIX = "spartanlake-import-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-.*");

    /// Nobody sees the processes of another container that has the same temporary files; an import
    /// is over by then.
    private static final Duration LONGEST_IMPORT = Duration.ofDays(1);

    /// Copies a database. It is linked where it can be, as it may be large; the log is copied, as
    /// SQLite opens it for writing. One that is gone by now is left out: whoever reads the copy
    /// sees that the files changed.
    static TemporaryCopy of(Path file) throws IOException {
        Path directory =
                Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        sweep(directory.resolveSibling(""));
        TemporaryCopy copy = new TemporaryCopy(directory);
        try {
            link(file, copy.database());
            copyIfThere(FileState.log(file), FileState.log(copy.database()));
            return copy;
        } catch (IOException failed) {
            copy.delete();
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

    /// Deletes what killed imports have left.
    private static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path copy : copies) {
                try {
                    if (isAbandoned(copy)) {
                        new TemporaryCopy(copy).delete();
                    }
                } catch (IOException others) {
                    // It belongs to somebody else, or another import was faster.
                    LOG.log(System.Logger.Level.DEBUG, "not deleted: " + copy, others);
                }
            }
        }
    }

    private static boolean isAbandoned(Path copy) throws IOException {
        Matcher name = NAME.matcher(copy.getFileName().toString());
        Instant made = Files.readAttributes(copy, BasicFileAttributes.class)
                .lastModifiedTime()
                .toInstant();
        return name.matches()
                && made.plus(LONGEST_IMPORT).isBefore(Instant.now())
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /// The copied database; its log lies beside it.
    Path database() {
        return directory.resolve("copy.db");
    }

    /// Deletes it.
    void delete() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path copied : files.toList()) {
                Files.delete(copied);
            }
        }
        Files.delete(directory);
    }
}
