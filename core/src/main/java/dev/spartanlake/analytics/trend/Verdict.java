package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Preference;

/// What a change says, as far as chance allows to say anything: a change counts when one as large or larger would come
/// about by chance in fewer than 5 of 100 cases.
public enum Verdict {
    /// It got better.
    IMPROVING,
    /// It got worse.
    DECLINING,
    /// What is seen may be chance.
    STEADY,
    /// There are too few matches, or they are all alike, so that nothing can be said.
    UNKNOWN;

    private static final double SIGNIFICANT = 0.05;

    /// The verdict on a change in a measure that has a better way.
    ///
    /// @param change its size and direction
    /// @param pValue how probable one of this size is by chance
    /// @throws IllegalArgumentException when neither way is the better one
    static Verdict of(double change, double pValue, Preference preference) {
        if (Double.isNaN(pValue)) {
            return UNKNOWN;
        }
        if (pValue >= SIGNIFICANT || change == 0) {
            return STEADY;
        }
        return switch (preference) {
            case MORE -> change > 0 ? IMPROVING : DECLINING;
            case FEWER -> change < 0 ? IMPROVING : DECLINING;
            case NONE -> throw new IllegalArgumentException("preference: expected MORE or FEWER, found NONE");
        };
    }
}
