package dev.spartanlake.commit;

import dev.spartanlake.career.CareerEnd;
import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.storage.WarehouseDirectory;
import java.util.List;
import java.util.Set;

/// What a commit changes in the metadata database, within the transaction by which it happens.
final class CommitRecord {

    private final Catalog catalog;
    private final Commits.Commit commit;

    CommitRecord(Catalog catalog, Commits.Commit commit) {
        this.catalog = catalog;
        this.commit = commit;
    }

    /// The commit itself, and what it does to files. Comes first: other rows refer to it.
    void files(StagedChanges changes, WarehouseDirectory directory, WrongEntries wrong) {
        catalog.commits().record(commit, changes.fileChanges(directory));
        if (wrong == WrongEntries.TAKEN_OUT) {
            // Before anything is put in, which may have the path of one of them.
            catalog.dataFiles().removeWrong();
        }
        catalog.dataFiles().remove(changes.emptied());
        catalog.dataFiles().put(changes.written());
    }

    /// The matches, that nothing is absent which they bring, and what they say of the assets that were played.
    void matches(PendingMatches matches) {
        catalog.ledger().put(matches.entries(), commit);
        catalog.absences()
                .forgetStored(
                        matches.entries().stream().map(Ledger.Entry::matchId).toList());
        catalog.ledger().remove(matches.removedIds());
        catalog.ledger().keepSuperseded(matches.superseded(), commit.commitId());
        catalog.assets().played(matches.assets().latest());
        catalog.assets().categorise(matches.assets().variantFamilies());
    }

    /// The careers that changed, and the rules they are made by.
    ///
    /// @param tracked whose careers are kept from now on
    void careers(List<CareerChange> careers, CareerRules rules, Set<Xuid> tracked) {
        catalog.settings().put(rules);
        careers.forEach(career -> career(career, tracked.contains(career.xuid())));
    }

    private void career(CareerChange career, boolean isTracked) {
        switch (career.extent()) {
            case WHOLE -> catalog.sessions().put(career.xuid(), career.sessions(), career.scores());
            case END -> catalog.sessions().putEnd(career.xuid(), career.sessions(), career.scores());
        }
        CareerEnd end = career.end();
        if (end == null) {
            if (isTracked) {
                catalog.syncStates().clear(career.xuid());
            } else {
                catalog.syncStates().remove(career.xuid());
            }
            catalog.players().seen(career.xuid(), null);
        } else {
            CareerMatch last = end.last();
            catalog.syncStates()
                    .put(career.xuid(), new SyncStates.State(commit.committedAt(), last.matchId(), end.matches()));
            catalog.players().seen(career.xuid(), last.startTime());
        }
    }

    /// What becomes of entries of the list of data files that are no partition's.
    enum WrongEntries {
        /// They stay.
        LEFT,
        /// They go.
        TAKEN_OUT
    }
}
