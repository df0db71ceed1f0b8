package dev.spartanlake.query.relation;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.DiskReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Parquet file as it was committed.
///
/// @param path where it is
/// @param sizeBytes its length
/// @param rows how many rows are in it
/// @param content what its content is recognised by, wherever it is
/// @param key the values, as text, of the columns that all its rows have in common and no row of another file of its
///     relation has; empty where that is not known
public record ParquetFile(Path path, long sizeBytes, long rows, String content, Map<String, String> key) {

    /// Copies the key.
    public ParquetFile {
        key = Map.copyOf(key);
    }

    /// A file that is recognised by its place.
    public ParquetFile(Path path, long sizeBytes, long rows) {
        this(path, sizeBytes, rows, path.toString(), Map.of());
    }

    /// Compares the length, which costs no reading.
    ///
    /// @throws WarehouseException `DAMAGED` when the file is missing or has another length, `STORAGE`
    ///     when the disk does not say
    void requireSize() {
        try {
            long found = Files.size(path);
            if (found != sizeBytes) {
                throw damaged("expected " + sizeBytes + " bytes, found " + found, null);
            }
        } catch (IOException failed) {
            throw DiskReason.isMissing(failed)
                    ? damaged("expected " + sizeBytes + " bytes, found none", failed)
                    : unreadable(failed);
        }
    }

    private WarehouseException unreadable(IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(path),
                "cannot look at " + path + ": " + DiskReason.of(cause).reason() + "; check that it may be read",
                cause);
    }

    private WarehouseException damaged(String difference, @Nullable IOException cause) {
        return new WarehouseException(
                ErrorCode.DAMAGED,
                Location.of(path),
                "the file " + path + " is not what was committed: " + difference
                        + "; look at it with: spartanlake verify",
                cause);
    }
}
