package dev.spartanlake.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Where things are in a warehouse's directory.
///
/// @param root the directory, absolute
public record WarehouseDirectory(Path root) {

    private static final String STAGING = ".staging";
    private static final Set<String> STEPS_ASIDE = Set.of("", ".", "..");
    private static final String QUARANTINE = "quarantine";
    private static final String SECOND_COPY = ".mirror";
    private static final String BACKUPS = "backups";
    private static final String DAMAGED = "damaged";
    private static final String CONFIGURATION = "spartanlake.toml";

    /// Makes the path absolute.
    public WarehouseDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /// Where commits in flight are prepared; on the same file system as the tables, so that files can be
    /// renamed into place.
    public Path staging() {
        return root.resolve(STAGING);
    }

    /// Whether a path below the root, with `/` between its steps, is that of a staged file.
    public static boolean isStaged(String relativePath) {
        return relativePath.startsWith(STAGING + "/")
                && List.of(relativePath.split("/", -1)).stream().noneMatch(STEPS_ASIDE::contains)
                && relativePath.indexOf('\\') < 0;
    }

    /// Where refused documents are kept, each with its reason.
    public Path quarantine() {
        return root.resolve(QUARANTINE);
    }

    /// Where the second copy is of what cannot be derived again.
    public Path secondCopy() {
        return root.resolve(SECOND_COPY);
    }

    /// Where the warehouse is kept as it was before its format was upgraded.
    public Path backups() {
        return root.resolve(BACKUPS);
    }

    /// Where damaged files are put aside when others take their place.
    public Path damaged() {
        return root.resolve(DAMAGED);
    }

    /// What the user configured for this warehouse. It is the user's file, not part of the warehouse.
    public Path configuration() {
        return root.resolve(CONFIGURATION);
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
