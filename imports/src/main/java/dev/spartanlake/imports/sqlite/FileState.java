package dev.spartanlake.imports.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a database file and its neighbours look like from outside, which tells whether they were
/// written to.
///
/// @param sizeBytes the length of the database
/// @param modified when it was last written to
/// @param logBytes the length of its write-ahead log; −1 where there is none
/// @param logModified when that was last written to; null where there is none
/// @param hasIndex whether the log's index lies there, as it does while another program has the
///     database open
record FileState(
        long sizeBytes,
        FileTime modified,
        long logBytes,
        @Nullable FileTime logModified,
        boolean hasIndex) {

    private static final byte[] MAGIC = {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0};
    private static final int READ_VERSION_AT = 19;
    private static final int WRITE_AHEAD = 2;

    /// Looks at a database and its neighbours. Nothing is opened: closing a file would give locks
    /// on it away.
    static FileState of(Path file) throws IOException {
        BasicFileAttributes database = Files.readAttributes(file, BasicFileAttributes.class);
        BasicFileAttributes log = attributesIfThere(log(file));
        return new FileState(
                database.size(),
                database.lastModifiedTime(),
                log == null ? -1 : log.size(),
                log == null ? null : log.lastModifiedTime(),
                Files.exists(index(file)));
    }

    /// The other program may delete a log at any moment, so it is looked at once.
    private static @Nullable BasicFileAttributes attributesIfThere(Path log) throws IOException {
        try {
            return Files.readAttributes(log, BasicFileAttributes.class);
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /// Whether a file begins as SQLite's do.
    static boolean isDatabase(Path file) throws IOException {
        byte[] header = header(file);
        return header.length > READ_VERSION_AT && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// How a database in this state is read.
    ///
    /// @param file the database, which is opened and closed again for its header
    Access access(Path file) throws IOException {
        if (logBytes < 0) {
            return header(file)[READ_VERSION_AT] == WRITE_AHEAD ? Access.AS_UNCHANGING : Access.AS_SHARED;
        }
        if (hasIndex) {
            return Access.AS_SHARED;
        }
        return logBytes == 0 ? Access.AS_UNCHANGING : Access.AS_COPY;
    }

    private static byte[] header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(READ_VERSION_AT + 1);
        }
    }

    /// The write-ahead log of a database.
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static Path index(Path file) {
        return file.resolveSibling(file.getFileName() + "-shm");
    }

    /// How a database is read.
    enum Access {
        /// Under SQLite's own locks, as by any of the programs that use it.
        AS_SHARED,
        /// As one that nobody writes to: SQLite would leave an index beside it otherwise.
        AS_UNCHANGING,
        /// As a copy: its log has to be read, and reading it takes an index beside it.
        AS_COPY
    }
}
