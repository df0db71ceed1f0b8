package dev.spartanlake.inspection;

import java.time.Instant;
import java.util.List;

/// A partition's file and what was found in it.
///
/// @param file the file
/// @param rowCount its rows; 0 when they cannot be read
/// @param minStartTime the earliest start in it; the epoch without rows
/// @param maxStartTime the latest start in it; the epoch without rows
/// @param discrepancies in what it is not what it should be; none when it is
public record InspectedFile(
        PartitionFile file,
        long rowCount,
        Instant minStartTime,
        Instant maxStartTime,
        List<Discrepancy> discrepancies) {

    /// Copies the list.
    public InspectedFile {
        discrepancies = List.copyOf(discrepancies);
    }

    static InspectedFile withoutRows(PartitionFile file, List<Discrepancy> discrepancies) {
        return new InspectedFile(file, 0, Instant.EPOCH, Instant.EPOCH, discrepancies);
    }

    /// Whether its rows could be read, with the columns of the table.
    public boolean isReadable() {
        return discrepancies.stream()
                .noneMatch(discrepancy -> discrepancy.aspect() == Discrepancy.Aspect.READABLE
                        || discrepancy.aspect() == Discrepancy.Aspect.COLUMNS);
    }
}
