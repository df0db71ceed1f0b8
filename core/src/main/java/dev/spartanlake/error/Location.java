package dev.spartanlake.error;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where in the warehouse something went wrong, as data rather than as text.
///
/// @param table the table, absent because the error concerns none in particular
/// @param partition the partition's directory relative to the warehouse, absent likewise
/// @param file the file, absent likewise
public record Location(
        @Nullable String table,
        @Nullable String partition,
        @Nullable Path file) {

    private static final Location NOWHERE = new Location(null, null, null);

    /// An error that concerns no place in particular.
    public static Location nowhere() {
        return NOWHERE;
    }

    /// An error about one file.
    public static Location of(Path file) {
        return new Location(null, null, file);
    }
}
