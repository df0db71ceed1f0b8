package dev.spartanlake.halo.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Files and directories that only their owner may read: by permissions where there are such, by an
/// access list elsewhere.
final class OwnerOnly {

    /// What the files of [#createFile] are called.
    static final String STAGED = "tokens-*.tmp";

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Makes a directory and those around it. One that is there already stays as it is, because it
    /// may hold other things that others read.
    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (isPosix(directory)) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
            } else {
                Files.createDirectory(directory);
                restrict(directory);
            }
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(directory)) {
                throw madeMeanwhile;
            }
        }
    }

    /// Makes an empty file with a new name. Where there are permissions nobody else could open it at
    /// any time. Elsewhere it is made with the access list of its directory, and taken away from the
    /// others before anything is in it: who opened it in between, in a directory that others may
    /// read, could read on.
    static Path createFile(Path directory) throws IOException {
        if (isPosix(directory)) {
            return Files.createTempFile(directory, "tokens-", ".tmp", PosixFilePermissions.asFileAttribute(FILE));
        }
        Path file = Files.createTempFile(directory, "tokens-", ".tmp");
        restrict(file);
        return file;
    }

    /// Opens a file with nothing in it, and makes it where there is none.
    static FileChannel open(Path file) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return isPosix(file)
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(FILE))
                : FileChannel.open(file, options);
    }

    /// Takes a file away from everybody but its owner.
    ///
    /// @return whether others could read or write it
    static boolean tighten(Path file) throws IOException {
        if (isPosix(file)) {
            if (FILE.containsAll(Files.getPosixFilePermissions(file))) {
                return false;
            }
            Files.setPosixFilePermissions(file, FILE);
            return true;
        }
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null || onlyOwner(view)) {
            return false;
        }
        restrict(file);
        return true;
    }

    private static boolean onlyOwner(AclFileAttributeView view) throws IOException {
        for (AclEntry entry : view.getAcl()) {
            if (entry.type() == AclEntryType.ALLOW && !entry.principal().equals(view.getOwner())) {
                return false;
            }
        }
        return true;
    }

    private static void restrict(Path path) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(Set.of(AclEntryPermission.values()))
                    .build()));
        }
    }
}
