package dev.spartanlake.repair;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.verify.Finding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a repair did.
///
/// @param finished how much was done that an interrupted command had left to do: commits put in
/// place, copies brought up to date, what was staged cleared away
/// @param metadata what became of the metadata database
/// @param restored files that were put back from their second copies, relative to the warehouse
/// @param secondCopies how many second copies were made anew, that of the metadata database among
///     them
/// @param partitionsWritten how many files were made anew from documents
/// @param careers of how many players sessions and progress were computed again, because what was
///     recorded was wrong
/// @param unlisted how many files that the catalog did not know, or that stood in the way of
///     others, were put aside
/// @param entries how many entries of the list of data files that were no partition's were taken
///     out
/// @param found matches of which a document or a part lay in the tree and was not known
/// @param lost the matches whose documents are gone
/// @param lostParts the skill documents and films that are gone, and can be obtained again
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
        List<LostPart> lostParts,
        List<Finding> left,
        @Nullable Path putAside) {

    /// There was nothing to mend.
    public static final RepairReport NOTHING = new RepairReport(
            0, MetadataRescue.NOT_NEEDED, List.of(), 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), null);

    /// Copies the lists.
    public RepairReport {
        restored = List.copyOf(restored);
        lost = List.copyOf(lost);
        lostParts = List.copyOf(lostParts);
        left = List.copyOf(left);
    }

    /// Whether everything is as it was before the damage.
    public boolean isComplete() {
        return lost.isEmpty() && lostParts.isEmpty() && left.isEmpty();
    }

    /// The same, to be changed.
    public Builder change() {
        return new Builder(this);
    }

    /// Collects what a repair did. What is not said stays as it was.
    public static final class Builder {

        private int finished;
        private MetadataRescue metadata;
        private List<String> restored;
        private int secondCopies;
        private int partitionsWritten;
        private int careers;
        private int unlisted;
        private int entries;
        private int found;
        private List<LostMatch> lost;
        private List<LostPart> lostParts;
        private List<Finding> left;
        private @Nullable Path putAside;

        private Builder(RepairReport report) {
            finished = report.finished;
            metadata = report.metadata;
            restored = report.restored;
            secondCopies = report.secondCopies;
            partitionsWritten = report.partitionsWritten;
            careers = report.careers;
            unlisted = report.unlisted;
            entries = report.entries;
            found = report.found;
            lost = report.lost;
            lostParts = report.lostParts;
            left = report.left;
            putAside = report.putAside;
        }

        /// How much was done that an interrupted command had left to do.
        public Builder finished(int number) {
            finished = number;
            return this;
        }

        /// What became of the metadata database.
        public Builder metadata(MetadataRescue rescue) {
            metadata = rescue;
            return this;
        }

        /// The files that were put back from their second copies.
        public Builder restored(List<String> files) {
            restored = files;
            return this;
        }

        /// How many second copies were made anew.
        public Builder secondCopies(int number) {
            secondCopies = number;
            return this;
        }

        /// How many files were made anew from documents.
        public Builder partitionsWritten(int number) {
            partitionsWritten = number;
            return this;
        }

        /// Of how many players the career was computed again.
        public Builder careers(int number) {
            careers = number;
            return this;
        }

        /// How many files that were unknown or in the way were put aside.
        public Builder unlisted(int number) {
            unlisted = number;
            return this;
        }

        /// How many wrong entries were taken out of the list of data files.
        public Builder entries(int number) {
            entries = number;
            return this;
        }

        /// How many matches were found of which a document or a part was not known.
        public Builder found(int number) {
            found = number;
            return this;
        }

        /// The matches whose documents are gone.
        public Builder lost(List<LostMatch> matches) {
            lost = matches;
            return this;
        }

        /// The skill documents and films that are gone.
        public Builder lostParts(List<LostPart> parts) {
            lostParts = parts;
            return this;
        }

        /// What is still damaged.
        public Builder left(List<Finding> findings) {
            left = findings;
            return this;
        }

        /// Where the damaged files are; null because there were none.
        public Builder putAside(@Nullable Path place) {
            putAside = place;
            return this;
        }

        /// The report.
        public RepairReport build() {
            return new RepairReport(
                    finished,
                    metadata,
                    restored,
                    secondCopies,
                    partitionsWritten,
                    careers,
                    unlisted,
                    entries,
                    found,
                    lost,
                    lostParts,
                    left,
                    putAside);
        }
    }

    /// The same after what came before and after it.
    ///
    /// @param doneBefore what an interrupted command had left to do
    /// @param rescue what became of the metadata database
    /// @param copiesOfMetadata how many second copies of the metadata database were missing
    /// @param stillDamaged what a verification finds now
    public RepairReport within(
            int doneBefore, MetadataRescue rescue, int copiesOfMetadata, List<Finding> stillDamaged) {
        return change().finished(doneBefore)
                .metadata(rescue)
                .secondCopies(secondCopies + copiesOfMetadata)
                .left(stillDamaged)
                .build();
    }

    /// A match whose document can be read nowhere any more. Its other rows stay where they can be read;
    /// ingesting the document again mends it.
    ///
    /// @param matchId the match
    /// @param file the file its document was in, relative to the warehouse; it can be read there no more, nor in
    ///     the second copy
    public record LostMatch(String matchId, String file) {}

    /// Something of a match that can be read nowhere any more. The match has none of it now, as if
    /// it had not been obtained yet.
    ///
    /// @param matchId the match
    /// @param part what is lost
    /// @param file the file it was in, relative to the warehouse
    public record LostPart(String matchId, MatchPart part, String file) {}
}
