package dev.spartanlake.imports;

import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.validation.Rejection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of an import. A match counts once, as imported, completed or present.
///
/// @param source what was imported, as it was named
/// @param owner whose history it is; null because nobody knows
/// @param documents how many match documents were found
/// @param imported matches that are new in the warehouse
/// @param completed matches that were stored, and got skill data or highlight events
/// @param present matches that were stored with everything there was of them
/// @param repeated documents of matches of which there was another one before, which stands
/// @param refused texts and files that are not what they should be
/// @param skill matches that have skill data now, and had none before
/// @param films matches that have highlight events now, and had none before
/// @param names players and assets that have a name now
/// @param snapshots service records and ranks of some moment that are new in the warehouse
/// @param rejections the first reason of each of the first [#MOST_REJECTIONS] of what was refused;
///     match documents and skill documents are in quarantine with all their reasons, unless nothing
///     was changed
/// @param missing matches that are known to have been played and are not stored, as there is no
///     document of them
/// @param remarks what else users should know
/// @param mode whether the warehouse was changed
/// @param partitionsWritten how many files were written or deleted
/// @param elapsed how long it took
public record ImportReport(
        String source,
        @Nullable Xuid owner,
        long documents,
        long imported,
        long completed,
        long present,
        long repeated,
        long refused,
        long skill,
        long films,
        long names,
        long snapshots,
        List<Rejection> rejections,
        List<MatchId> missing,
        List<ImportRemark> remarks,
        ImportOptions.Mode mode,
        long partitionsWritten,
        Duration elapsed) {

    /// How many rejections a report holds at most.
    public static final int MOST_REJECTIONS = 1_000;

    /// Copies the lists.
    public ImportReport {
        rejections = List.copyOf(rejections);
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }

    /// What was refused, and is counted but not listed.
    public long rejectionsOmitted() {
        return refused - rejections.size();
    }
}
