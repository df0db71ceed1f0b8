package dev.spartanlake.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Why the disk refused something, and what to do about it, in words: the JDK's exceptions for refused
/// paths have the path as their whole message. What stands in the way is told by looking at the path,
/// as what the operating system says is in the user's language.
///
/// @param reason why
/// @param remedy what to do
public record DiskReason(String reason, String remedy) {

    private static final String CHECK = "check that the disk has room and that the directory may be written to";

    private static final String ALLOW = "check that the directory may be written to";

    private static final String MOVE = "move away what is there instead";

    private static final String FIND = "check that it was not moved or deleted";

    /// Why a file could not be read or written.
    public static DiskReason of(IOException failed) {
        return of(failed, Files::isRegularFile);
    }

    /// Why a directory could not be made, changed or deleted.
    static DiskReason ofDirectory(IOException failed) {
        return of(failed, Files::isDirectory);
    }

    /// What an engine was told by the operating system.
    ///
    /// @param reason as the engine tells it
    public static DiskReason told(String reason) {
        return new DiskReason(reason, CHECK);
    }

    /// Whether a file could not be read because it is not there, or something else is instead. Any
    /// other reason says nothing about what the disk holds.
    public static boolean isMissing(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> true;
            case FileSystemException refused -> isInTheWay(refused, Files::isRegularFile);
            default -> false;
        };
    }

    private static DiskReason of(IOException failed, Predicate<Path> isExpected) {
        return switch (failed) {
            case AccessDeniedException _ -> new DiskReason("access denied", ALLOW);
            case FileAlreadyExistsException _ -> new DiskReason("something else is there already", MOVE);
            case NotDirectoryException _ -> new DiskReason("not a directory", MOVE);
            case DirectoryNotEmptyException _ -> new DiskReason("the directory is not empty", MOVE);
            case NoSuchFileException missing
            when isLinkToNowhere(missing) -> new DiskReason("a link that leads nowhere is there", MOVE);
            case NoSuchFileException missing -> new DiskReason(missing(missing), FIND);
            case FileSystemException refused ->
                new DiskReason(reason(refused), isInTheWay(refused, isExpected) ? MOVE : CHECK);
            default -> told(Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
        };
    }

    private static String reason(FileSystemException refused) {
        return Objects.requireNonNullElse(refused.getReason(), refused.toString());
    }

    private static String missing(NoSuchFileException missing) {
        boolean isDirectoryThere =
                subject(missing).map(Path::getParent).map(Files::isDirectory).orElse(true);
        return isDirectoryThere ? "there is no such file" : "there is no such directory";
    }

    /// Whether something of another kind stands where the path leads, or where a directory on the way
    /// to it belongs.
    private static boolean isInTheWay(FileSystemException refused, Predicate<Path> isExpected) {
        return subject(refused)
                .filter(path -> {
                    Path there = deepest(path);
                    return there.equals(path) ? !isExpected.test(path) : !Files.isDirectory(there);
                })
                .isPresent();
    }

    private static boolean isLinkToNowhere(FileSystemException refused) {
        return subject(refused)
                .map(DiskReason::deepest)
                .filter(there -> Files.isSymbolicLink(there) && !Files.exists(there))
                .isPresent();
    }

    /// What there is of a path: itself, or the first of the paths above it that is there.
    private static Path deepest(Path path) {
        Path there = path;
        for (@Nullable Path above = path.getParent(); above != null && !isThere(there); above = above.getParent()) {
            there = above;
        }
        return there;
    }

    /// A link that leads nowhere is there as well.
    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// The path that was refused: of two, the one that was to be written. None where it cannot be told.
    private static Optional<Path> subject(FileSystemException refused) {
        @Nullable String path = refused.getOtherFile() == null ? refused.getFile() : refused.getOtherFile();
        try {
            return Optional.ofNullable(path).map(Path::of).map(Path::toAbsolutePath);
        } catch (InvalidPathException unpronounceable) {
            return Optional.empty();
        }
    }

    /// Both, for the end of a message.
    public String sentence() {
        return reason + "; " + remedy;
    }
}
