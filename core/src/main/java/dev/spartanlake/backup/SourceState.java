package dev.spartanlake.backup;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.PendingFiles;
import java.util.List;

/// What a warehouse holds at one moment.
///
/// @param moment which state it is
/// @param files the data files
/// @param pending the data files that are not in place yet
/// @param matches how many matches there are
/// @param lost of how many matches the document is lost
record SourceState(Commits.State moment, List<DataFile> files, PendingFiles pending, long matches, long lost) {

    /// Reads a catalog that nobody writes to meanwhile.
    static SourceState of(Catalog catalog) {
        return new SourceState(
                catalog.commits().state(),
                catalog.dataFiles().all(),
                catalog.commits().pendingFiles(),
                catalog.ledger().count(),
                catalog.ledger().countLost());
    }
}
