package dev.spartanlake.catalog;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is in a directory of a warehouse besides its metadata database.
///
/// A warehouse without its database is a damaged one, never a new one: a new database would take the files for
/// nobody's, and write over them.
public final class Remains {

    private Remains() {}

    /// Whether there are data files, or second copies, or places for them.
    public static boolean areIn(WarehouseDirectory directory) {
        return Files.isDirectory(directory.secondCopy())
                || Tables.ALL.stream().anyMatch(table -> Files.isDirectory(directory.resolve(table.name())));
    }

    /// Refuses a warehouse that has lost its metadata database.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when the database is missing or has not a single byte,
    ///     and something else of the warehouse is there
    public static void refuseWithoutDatabase(WarehouseDirectory directory) {
        Path database = directory.resolve(Catalog.FILE_NAME);
        if (database.toFile().length() == 0 && areIn(directory)) {
            throw new WarehouseException(
                    ErrorCode.DAMAGED,
                    Location.of(database),
                    "the metadata database " + database + " is missing or empty, but the files of a warehouse are"
                            + " beside it; nothing was changed, mend it with: spartanlake repair --warehouse "
                            + directory.root());
        }
    }
}
