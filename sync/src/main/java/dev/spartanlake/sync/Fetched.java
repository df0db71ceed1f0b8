package dev.spartanlake.sync;

import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.intake.ObtainedMatch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of asking for a match.
///
/// @param match what was obtained; null because nothing was
/// @param absences what of it does not exist
/// @param failures what could not be had, each in one line
/// @param postponed what may still come, because the match has ended only now
/// @param lacksDocument whether its document could not be had, though it may exist
/// @param refused the SHA-256 of its document, which the warehouse does not take; null because it does, or none has
/// come
/// @param isFruitless whether its document could not be had, or a service did not answer
/// @param ending why nothing else should be asked for in this run; null because it may
record Fetched(
        @Nullable ObtainedMatch match,
        List<Absence> absences,
        List<String> failures,
        Set<What> postponed,
        boolean lacksDocument,
        @Nullable String refused,
        boolean isFruitless,
        @Nullable Interruption ending) {

    /// Copies what it is given.
    Fetched {
        absences = List.copyOf(absences);
        failures = List.copyOf(failures);
        postponed = Set.copyOf(postponed);
    }
}
