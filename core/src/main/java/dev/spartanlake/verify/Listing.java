package dev.spartanlake.verify;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.catalog.PendingFiles;
import dev.spartanlake.match.Xuid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the metadata say at one moment.
///
/// @param state the moment
/// @param files the files of all partitions, by table, player and month
/// @param wrongEntries the paths of entries that are not those of a partition's file
/// @param pending the files that committed changes have yet to put in place
/// @param ledger what is stored of each match
/// @param tracked the players whose careers are kept
record Listing(
        Commits.State state,
        List<DataFile> files,
        Set<String> wrongEntries,
        PendingFiles pending,
        Map<String, Ledger.Entry> ledger,
        Set<Xuid> tracked) {

    static Listing of(Catalog catalog) {
        return catalog.database().inRead(() -> read(catalog));
    }

    private static Listing read(Catalog catalog) {
        Map<String, Ledger.Entry> ledger = new LinkedHashMap<>();
        catalog.ledger().all().forEach(entry -> ledger.put(entry.matchId(), entry));
        return new Listing(
                catalog.commits().state(),
                catalog.dataFiles().right(),
                catalog.dataFiles().wrong(),
                catalog.commits().pendingFiles(),
                ledger,
                catalog.players().tracked());
    }
}
