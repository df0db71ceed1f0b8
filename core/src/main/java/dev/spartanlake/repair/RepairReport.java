package dev.spartanlake.repair;

import dev.spartanlake.verify.Finding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a repair did.
///
/// @param finished how much was done that an interrupted command had left to do: commits put in place, copies brought
///     up to date, what was staged cleared away
/// @param metadata what became of the metadata database
/// @param restored files that were put back from their second copies, relative to the warehouse
/// @param secondCopies how many second copies were made anew, that of the metadata database among them
/// @param partitionsWritten how many files were made anew from documents
/// @param careers of how many players sessions and progress were computed again, because what was recorded was wrong
/// @param unlisted how many files that the catalog did not know, or that stood in the way of others, were put aside
/// @param entries how many entries of the list of data files that were no partition's were taken out
/// @param found matches whose documents lay in the tree and were not known
/// @param lost the matches whose documents are gone
/// @param left what a verification after the repair still finds damaged
/// @param putAside where the damaged files are now; null because there were none
public record RepairReport(
        int finished,
        MetadataRescue metadata,
        List<String> restored,
        int secondCopies,
        int partitionsWritten,
        int careers,
        int unlisted,
        int entries,
        int found,
        List<LostMatch> lost,
        List<Finding> left,
        @Nullable Path putAside) {

    /// There was nothing to mend.
    public static final RepairReport NOTHING =
            new RepairReport(0, MetadataRescue.NOT_NEEDED, List.of(), 0, 0, 0, 0, 0, 0, List.of(), List.of(), null);

    /// Copies the lists.
    public RepairReport {
        restored = List.copyOf(restored);
        lost = List.copyOf(lost);
        left = List.copyOf(left);
    }

    /// Whether everything is as it was before the damage.
    public boolean isComplete() {
        return lost.isEmpty() && left.isEmpty();
    }

    /// The same after what came before and after it.
    ///
    /// @param doneBefore what an interrupted command had left to do
    /// @param rescue what became of the metadata database
    /// @param copiesOfMetadata how many second copies of the metadata database were missing
    /// @param stillDamaged what a verification finds now
    public RepairReport within(
            int doneBefore, MetadataRescue rescue, int copiesOfMetadata, List<Finding> stillDamaged) {
        return new RepairReport(
                doneBefore,
                rescue,
                restored,
                secondCopies + copiesOfMetadata,
                partitionsWritten,
                careers,
                unlisted,
                entries,
                found,
                lost,
                stillDamaged,
                putAside);
    }

    /// A match whose document can be read nowhere any more. Its other rows stay where they can be read;
    /// ingesting the document again mends it.
    ///
    /// @param matchId the match
    /// @param file the file its document was in, relative to the warehouse; it can be read there no more, nor in
    ///     the second copy
    public record LostMatch(String matchId, String file) {}
}
