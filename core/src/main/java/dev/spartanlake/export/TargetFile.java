package dev.spartanlake.export;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.DiskReason;
import dev.spartanlake.storage.FileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A file that a user named, and that appears there whole and durable, or not at all.
public final class TargetFile {

    /// What engines put beside a file while they write it.
    private static final List<String> COMPANIONS = List.of("", ".wal");

    private final Path path;
    private final Existing existing;
    private final Path warehouse;
    private final FileStore files;

    /// A file.
    ///
    /// @param path the file
    /// @param existing what to do if it is there already
    /// @param warehouse a directory in which nobody writes but the library
    /// @param files the disk
    public TargetFile(Path path, Existing existing, Path warehouse, FileStore files) {
        this.path = path.toAbsolutePath().normalize();
        this.existing = existing;
        this.warehouse = warehouse;
        this.files = files;
    }

    /// Writes the content of a file.
    @FunctionalInterface
    public interface Content {

        /// Writes it.
        ///
        /// @param part a file that does not exist yet, in the directory of the target
        void write(Path part) throws IOException;
    }

    /// Writes the file.
    ///
    /// @throws WarehouseException with [ErrorCode#CONFIGURATION] when nothing may be written there, with
    ///     [ErrorCode#STORAGE] when the disk refuses, and what the content throws; nothing is left behind
    ///     then
    public void write(Content content) {
        requireAllowed();
        Path part = directory().resolve(".spartanlake-" + UUID.randomUUID() + ".part");
        try {
            requireWritable(part);
            content.write(part);
            files.force(part);
            requireAllowed();
            files.replace(part, path);
            files.forceDirectory(directory());
        } catch (IOException failed) {
            throw discard(part, storage(failed));
        } catch (RuntimeException | Error failed) {
            discard(part, failed);
            throw failed;
        }
    }

    private Path directory() {
        return Objects.requireNonNull(path.getParent(), "no file is a root");
    }

    /// Returns if the file may be written.
    ///
    /// @throws WarehouseException with [ErrorCode#CONFIGURATION] when nothing may be written there
    public void requireAllowed() {
        if (path.getFileName() == null || Files.isDirectory(path)) {
            throw refused(path + " is a directory; name a file");
        }
        if (!Files.isDirectory(directory())) {
            throw refused("the directory " + directory() + " does not exist; make it first, or name a file elsewhere");
        }
        if (isInWarehouse()) {
            throw refused(
                    path + " is in the directory of the warehouse, where nothing else may be; name a file elsewhere");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (existing == Existing.KEEP) {
                throw refused("the file " + path + " is there already; use --force to replace it, or name another");
            }
            if (!Files.isRegularFile(path)) {
                throw refused(path + " is not a file that can be replaced; name another");
            }
        }
    }

    /// Engines tell less well than the disk itself why a file cannot be made.
    private static void requireWritable(Path part) throws IOException {
        Files.createFile(part);
        Files.delete(part);
    }

    private boolean isInWarehouse() {
        try {
            return directory().toRealPath().startsWith(Files.exists(warehouse) ? warehouse.toRealPath() : warehouse);
        } catch (IOException unreadable) {
            throw storage(unreadable);
        }
    }

    private <T extends Throwable> T discard(Path part, T failed) {
        for (String companion : COMPANIONS) {
            try {
                files.delete(part.resolveSibling(part.getFileName() + companion));
            } catch (WarehouseException undeletable) {
                failed.addSuppressed(undeletable);
            }
        }
        return failed;
    }

    private WarehouseException refused(String message) {
        return new WarehouseException(ErrorCode.CONFIGURATION, Location.of(path), message);
    }

    private WarehouseException storage(IOException failed) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(path),
                "cannot write " + path + ": " + DiskReason.of(failed).sentence(),
                failed);
    }
}
