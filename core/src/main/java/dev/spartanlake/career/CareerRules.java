package dev.spartanlake.career;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// By what rules the columns are made that follow from a whole career. A warehouse records the rules its rows
/// were made by, so that they can be checked and made again.
///
/// @param sessionGap the break between two matches that ends a session, in whole seconds
/// @param scoreWeights how much each measure counts in a performance score
public record CareerRules(Duration sessionGap, ScoreWeights scoreWeights) {

    /// The rules unless configured otherwise.
    public static final CareerRules STANDARD = new CareerRules(Sessions.STANDARD_GAP, ScoreWeights.STANDARD);

    /// Refuses a gap that cannot be recorded.
    ///
    /// @throws IllegalArgumentException when the gap is not a positive number of whole seconds
    public CareerRules {
        if (!sessionGap.isPositive() || !sessionGap.equals(sessionGap.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "session gap: expected a positive number of whole seconds, found " + sessionGap);
        }
    }

    /// How careers are cut into sessions.
    public Sessions sessions() {
        return new Sessions(sessionGap);
    }

    /// How matches are scored.
    public PerformanceScores scores() {
        return new PerformanceScores(scoreWeights);
    }
}
