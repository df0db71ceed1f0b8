package dev.spartanlake.imports;

import dev.spartanlake.Warehouse;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.match.Xuid;
import java.nio.file.Path;

/// Imports the database of OpenSpartan Workshop, in which the services' responses lie as they came.
///
/// Taken are matches with their skill data, names of the assets that were played, and the owner's
/// service records and ranks of earlier days. Workshop may be running; its files stay as they are.
/// What is stored in the warehouse already stays, so that an import can be done again, or go on
/// where it was interrupted.
public final class WorkshopImport {

    private WorkshopImport() {}

    /// Imports a database.
    ///
    /// @param file the database; its write-ahead log is read where it lies beside it
    /// @param progress is told numbers of rows
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#SOURCE_UNREADABLE] when the file is no such database or
    ///     is damaged, with [dev.spartanlake.error.ErrorCode#SOURCE_BUSY] when another program
    ///     keeps it locked. What was committed before stays
    public static ImportReport run(Warehouse warehouse, Path file, ImportOptions options, ImportProgress progress) {
        Tally tally = new Tally();
        try (ForeignDatabase database = ResponseDatabase.open(file, options)) {
            Xuid owner = new ResponseDatabase(database, String.valueOf(file), warehouse, options, tally).run(progress);
            return tally.report(String.valueOf(file), owner, options.mode());
        }
    }
}
