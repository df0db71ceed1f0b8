package dev.spartanlake.storage;

import java.nio.file.Path;

/// Where things are in a warehouse's directory.
///
/// @param root the directory, absolute
public record WarehouseDirectory(Path root) {

    private static final String STAGING = ".staging";
    private static final String QUARANTINE = "quarantine";

    /// Makes the path absolute.
    public WarehouseDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /// Where commits in flight are prepared; on the same file system as the tables, so that files can be
    /// renamed into place.
    public Path staging() {
        return root.resolve(STAGING);
    }

    /// Where refused documents are kept, each with its reason.
    public Path quarantine() {
        return root.resolve(QUARANTINE);
    }

    /// The file of a path below the root with `/` between its steps, as the catalog writes it.
    public Path resolve(String relativePath) {
        return root.resolve(relativePath);
    }

    /// The path of a file below the root, with `/` between its steps.
    public String relative(Path file) {
        StringBuilder path = new StringBuilder();
        for (Path step : root.relativize(file)) {
            path.append(path.isEmpty() ? "" : "/").append(step);
        }
        return path.toString();
    }
}
