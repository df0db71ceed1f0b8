package dev.spartanlake.sync;

import dev.spartanlake.Coverage;
import dev.spartanlake.catalog.Absences.Absence;
import java.util.HashSet;
import java.util.Set;

/// Tells the documents that are refused for what they are from those that may be the service's fault of a moment: what
/// comes for a match as it came at an earlier sync stays as it is.
///
/// **Threads**: one.
final class Refusals {

    private final Coverage coverage;
    private final Set<Absence> ofThisSync = new HashSet<>();

    /// @param coverage knows what was refused before
    Refusals(Coverage coverage) {
        this.coverage = coverage;
    }

    /// Whether a document was refused at an earlier sync. What two players of this one ask for is the same moment's.
    ///
    boolean isRepeated(Absence document) {
        return ofThisSync.add(document) && coverage.isKnown(document);
    }
}
