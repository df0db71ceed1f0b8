package dev.spartanlake.backup;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a warehouse holds at one moment.
///
/// @param moment which state it is
/// @param files the data files
/// @param staged where data files are that are not in place yet, by the path of their place
/// @param matches how many matches there are
/// @param lost of how many matches the document is lost
record SourceState(Moment moment, List<DataFile> files, Map<String, String> staged, long matches, long lost) {

    /// Reads a catalog that nobody writes to meanwhile.
    static SourceState of(Catalog catalog) {
        Map<String, String> staged = new HashMap<>();
        for (Commits.FileChange change : catalog.commits().pending()) {
            if (change.staged() != null) {
                staged.put(change.target(), change.staged());
            }
        }
        return new SourceState(
                Moment.of(catalog),
                catalog.dataFiles().all(),
                staged,
                catalog.ledger().count(),
                catalog.ledger().countLost());
    }

    /// The number of the last commit and whether its files are in place, which together say what is found on
    /// disk.
    record Moment(long generation, int pendingFiles) {

        static Moment of(Catalog catalog) {
            return new Moment(
                    catalog.commits().generation(), catalog.commits().pending().size());
        }
    }
}
