package dev.spartanlake.repair;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import java.time.Instant;
import java.util.List;

/// Derives every row of every table from the stored documents again, in one commit. Files whose content stays
/// the same are not touched. Rows of matches whose documents are lost stay as they are.
public final class Rebuild {

    private long matches;

    /// What a rebuild did.
    ///
    /// @param matches the matches whose rows were derived
    /// @param partitionsWritten the files that got another content
    public record Report(long matches, int partitionsWritten) {}

    /// Rebuilds.
    ///
    /// @param commit a commit to which nothing was added yet
    /// @param command what it is done for, as it stands in the history
    public Report run(Catalog catalog, PendingCommit commit, String command, Instant now) {
        commit.onlyMend();
        catalog.dataFiles()
                .months(Tables.MATCH_DOCUMENTS.name())
                .forEach(month -> stage(commit, commit.storedDocuments().ofMonth(month)));
        CommitOutcome outcome = commit.commit(command, now);
        return new Report(matches, outcome.partitionsWritten());
    }

    private void stage(PendingCommit commit, List<MatchRows> documents) {
        matches += documents.size();
        commit.stageAgain(documents);
    }
}
