package dev.spartanlake.repair;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a repair did.
///
/// @param restored files that were put back from their second copies, relative to the warehouse
/// @param secondCopies how many second copies were made anew
/// @param partitionsWritten how many files were made anew from documents
/// @param found matches whose documents lay in the tree and were not known
/// @param lost what could not be mended
/// @param putAside where the damaged files are now; null because there were none
public record RepairReport(
        List<String> restored,
        int secondCopies,
        int partitionsWritten,
        int found,
        List<LostMatch> lost,
        @Nullable Path putAside) {

    /// Copies the lists.
    public RepairReport {
        restored = List.copyOf(restored);
        lost = List.copyOf(lost);
    }

    /// A match whose document can be read nowhere any more. Its other rows stay where they can be read;
    /// ingesting the document again mends it.
    ///
    /// @param matchId the match
    /// @param reason why its document cannot be read
    public record LostMatch(String matchId, String reason) {}
}
