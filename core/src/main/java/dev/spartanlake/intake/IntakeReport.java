package dev.spartanlake.intake;

import dev.spartanlake.commit.Disposition;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.validation.Rejection;
import java.util.List;
import java.util.Map;

/// What came of something that was obtained.
///
/// @param dispositions what each match that was taken in meant for the warehouse
/// @param skillAdded matches that have skill data now, and had none before
/// @param filmsAdded matches that have highlight events now, and had none before
/// @param notStored matches without a document of which none is stored, so that nothing of them was taken in
/// @param rejections what was refused: a document and with it the match, a skill document, or a film. Documents are in
///     quarantine with their reasons
/// @param withoutSkill matches whose skill document says nothing of anybody
/// @param eventsLeftOut highlight events of films that were taken in, of players whom the match's document
///     does not have: they are not stored
/// @param partitionsWritten how many files were written or deleted
public record IntakeReport(
        Map<MatchId, Disposition> dispositions,
        long skillAdded,
        long filmsAdded,
        List<MatchId> notStored,
        List<Rejection> rejections,
        List<MatchId> withoutSkill,
        long eventsLeftOut,
        long partitionsWritten) {

    /// Copies what it is given.
    public IntakeReport {
        dispositions = Map.copyOf(dispositions);
        notStored = List.copyOf(notStored);
        rejections = List.copyOf(rejections);
        withoutSkill = List.copyOf(withoutSkill);
    }

    /// How many matches meant this.
    public long count(Disposition disposition) {
        return dispositions.values().stream().filter(disposition::equals).count();
    }
}
