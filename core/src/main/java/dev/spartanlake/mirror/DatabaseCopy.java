package dev.spartanlake.mirror;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second copy of the metadata database: a copy of its file as a whole, and a [PageLog] of what changed afterwards,
/// where anything has.
///
/// **Errors**: what reads it throws [WarehouseException] with [ErrorCode#STORAGE] when the disk refuses.
///
/// @param file the copy of the whole file
/// @param sha256 the SHA-256 that content had when it was copied
public record DatabaseCopy(Path file, String sha256) {

    private static final Pattern NAME = Pattern.compile("metadata-([0-9a-f]{64})\\.db");
    private static final Pattern PAGES = Pattern.compile("metadata-[0-9a-f]{64}\\.pages");

    /// The copy at a path; empty when the path is not that of one.
    static Optional<DatabaseCopy> at(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new DatabaseCopy(file, name.group(1))) : Optional.empty();
    }

    /// Whether a path is that of changes to a copy.
    static boolean isPages(Path file) {
        return PAGES.matcher(file.getFileName().toString()).matches();
    }

    /// The copy that a content has its place in.
    static DatabaseCopy of(Path directory, String sha256) {
        return new DatabaseCopy(directory.resolve("metadata-" + sha256 + ".db"), sha256);
    }

    /// Where its later changes are.
    Path pages() {
        return file.resolveSibling("metadata-" + sha256 + ".pages");
    }

    /// When the copy was last written to; empty when it is gone.
    Optional<FileTime> modified() {
        return modified(file)
                .map(whole -> modified(pages())
                        .filter(pages -> pages.compareTo(whole) > 0)
                        .orElse(whole));
    }

    private static Optional<FileTime> modified(Path path) {
        try {
            return Optional.of(Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }

    /// Opens the content it has now.
    public CopyContent open() {
        return CopyContent.open(this, log());
    }

    /// What changed after the whole file was copied, as far as it can be read.
    PageLog log() {
        try {
            return PageLog.read(pages(), sha256);
        } catch (IOException failed) {
            throw unreadable(pages(), failed);
        }
    }

    static WarehouseException unreadable(Path path, IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE, Location.of(path), "cannot read " + path + ": " + cause.getMessage(), cause);
    }
}
