package dev.spartanlake.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Set;

/// Why the disk refused something, and what to do about it, in words: the JDK's exceptions for refused paths have the
/// path as their whole message.
///
/// @param reason why
/// @param remedy what to do
record DiskReason(String reason, String remedy) {

    private static final String CHECK = "check that the disk has room and that the directory may be written to";

    private static final String ALLOW = "check that the directory may be written to";

    private static final String MOVE = "move away what is there instead";

    /// What the operating system says where something is no directory, or one.
    private static final Set<String> OF_OTHER_KIND =
            Set.of("Not a directory", "Is a directory", "no regular file", "Too many levels of symbolic links");

    static DiskReason of(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> new DiskReason("there is no such file", CHECK);
            case AccessDeniedException _ -> new DiskReason("access denied", ALLOW);
            case FileAlreadyExistsException _ -> new DiskReason("something else is there already", MOVE);
            case NotDirectoryException _ -> new DiskReason("not a directory", MOVE);
            case DirectoryNotEmptyException _ -> new DiskReason("the directory is not empty", MOVE);
            case FileSystemException refused when refused.getReason() != null -> ofSystem(refused.getReason());
            default -> new DiskReason(Objects.requireNonNullElse(failed.getMessage(), failed.toString()), CHECK);
        };
    }

    private static DiskReason ofSystem(String reason) {
        return new DiskReason(reason, OF_OTHER_KIND.contains(reason) ? MOVE : CHECK);
    }

    /// Both, for the end of a message.
    String sentence() {
        return reason + "; " + remedy;
    }
}
