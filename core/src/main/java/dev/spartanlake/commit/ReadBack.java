package dev.spartanlake.commit;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.inspection.Discrepancy;
import dev.spartanlake.inspection.FileInspection;
import dev.spartanlake.inspection.InspectedFile;
import dev.spartanlake.inspection.PartitionFile;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.util.List;

/// Reads staged files as any reader will, before they become the truth.
final class ReadBack {

    private final FileInspection inspection;

    ReadBack(Engine engine) {
        inspection = new FileInspection(engine);
    }

    /// Reads files of one table.
    ///
    /// @return the files with what was found in them
    /// @throws WarehouseException with [ErrorCode#COMMIT_REFUSED] when a file is not what it should be
    List<StagedFile> check(Table<?> table, List<PartitionFile> written) {
        return inspection.of(table, written).stream().map(ReadBack::checked).toList();
    }

    private static StagedFile checked(InspectedFile file) {
        if (!file.discrepancies().isEmpty()) {
            throw refused(file.file(), file.discrepancies().getFirst());
        }
        return new StagedFile(
                file.file().partition(), file.file().file(), file.rowCount(), file.minStartTime(), file.maxStartTime());
    }

    private static WarehouseException refused(PartitionFile file, Discrepancy discrepancy) {
        Partition partition = file.partition();
        return new WarehouseException(
                ErrorCode.COMMIT_REFUSED,
                new Location(partition.table(), partition.path(), file.file()),
                "a staged file of " + partition + " is not what was to be written: expected "
                        + discrepancy.aspect().description() + " (" + discrepancy.expected() + "), found "
                        + discrepancy.found() + "; nothing was changed, please report this");
    }
}
