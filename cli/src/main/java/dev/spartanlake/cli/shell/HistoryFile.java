package dev.spartanlake.cli.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The file of questions asked before, which nobody but their author may read. Where there are no POSIX permissions it
/// is as private as the user's directory.
final class HistoryFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY_OF_OWNER = PosixFilePermissions.fromString("rwx------");

    private HistoryFile() {}

    /// Sees to it that the file is there, can be written to and is private.
    ///
    /// @throws IOException when it cannot be
    static void prepare(Path file) throws IOException {
        boolean hasPermissions =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent(), attributes(hasPermissions, DIRECTORY_OF_OWNER));
        }
        if (Files.notExists(file)) {
            Files.createFile(file, attributes(hasPermissions, OWNER_ONLY));
        } else if (hasPermissions) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
            throw new IOException("expected a file that can be written to");
        }
    }

    private static FileAttribute<?>[] attributes(boolean hasPermissions, Set<PosixFilePermission> permissions) {
        return hasPermissions
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
