package dev.spartanlake.export;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.DiskReason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How DuckDB tells of what the operating system refused.
final class DiskRefusal {

    /// A commit that fails has lost the kind of its error.
    private static final List<String> SIGNS =
            List.of("IO Error", "Could not write", "Could not fsync", "Could not truncate file");

    /// Behind the name of a file, which is one that the user never sees, stands what the system said.
    /// An error of a writing thread is a text in another.
    private static final Pattern SAID_BY_SYSTEM = Pattern.compile("\": ([^\"]+)");

    private DiskRefusal() {}

    /// The error of the library, where it is the disk that refused.
    ///
    /// @param doing what was to be done, as it stands behind "cannot"
    static Optional<WarehouseException> of(SQLException failed, String doing, Path file) {
        String message = firstLine(failed);
        if (SIGNS.stream().noneMatch(message::contains)) {
            return Optional.empty();
        }
        Matcher said = SAID_BY_SYSTEM.matcher(message);
        String reason = said.find() ? said.group(1) : message;
        return Optional.of(new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(file),
                "cannot " + doing + ": " + DiskReason.told(reason).sentence(),
                failed));
    }

    static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }
}
