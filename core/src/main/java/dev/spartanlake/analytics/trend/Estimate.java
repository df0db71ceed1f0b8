package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Preference;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// A change, how sure it is, and what it says.
///
/// @param change the change; null when there is nothing to compare
/// @param low the lower end of the range in which the true change lies in 95 of 100 cases; null when it cannot be told
/// @param high the upper end; null when it cannot be told
/// @param pValue how probable a change as large or larger is when there is none in truth, 0 to 1; null when it
///     cannot be told
public record Estimate(
        @Nullable Double change,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double pValue) {

    private static final double BOTH_TAILS = 0.975;

    /// What cannot be told.
    static Estimate none() {
        return new Estimate(null, null, null, null);
    }

    /// An estimate that follows Student's distribution.
    ///
    /// @param error the standard error
    /// @param degreesOfFreedom of the error
    static Estimate of(double change, double error, double degreesOfFreedom) {
        if (!(error > 0) || !(degreesOfFreedom > 0)) {
            return new Estimate(change, null, null, null);
        }
        TDistribution student = TDistribution.of(degreesOfFreedom);
        double reach = student.inverseCumulativeProbability(BOTH_TAILS) * error;
        double pValue = 2 * student.survivalProbability(Math.abs(change) / error);
        return new Estimate(change, change - reach, change + reach, Math.min(1, pValue));
    }

    /// What it says about a measure.
    Verdict verdict(Preference preference) {
        return change == null || pValue == null ? Verdict.UNKNOWN : Verdict.of(change, pValue, preference);
    }
}
