package dev.spartanlake.career;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// One of the measures by which a match is ranked among earlier ones. More is better.
///
/// @param weight how much it counts
/// @param figure its value in a match; NaN when it is unknown
record RankedMeasure(long weight, ToDoubleFunction<CareerMatch> figure) {

    /// The length in seconds a match counts as whose own length is unknown or zero.
    static final double ASSUMED_SECONDS = 600;

    /// All of them.
    static List<RankedMeasure> of(ScoreWeights weights) {
        return List.of(
                new RankedMeasure(
                        weights.killsPerMinute(),
                        match -> perMinute(match, match.performance().kills())),
                // Fewer deaths are better, so they are ranked by their negative.
                new RankedMeasure(
                        weights.deathsPerMinute(),
                        match -> -perMinute(match, match.performance().deaths())),
                new RankedMeasure(
                        weights.assistsPerMinute(),
                        match -> perMinute(match, match.performance().assists())),
                new RankedMeasure(
                        weights.kda(), match -> orUnknown(match.performance().kda())),
                new RankedMeasure(
                        weights.accuracy(),
                        match -> orUnknown(match.performance().accuracy())));
    }

    /// Its value in a match; NaN when it is unknown.
    double in(CareerMatch match) {
        // Adding zero makes -0.0 and 0.0 the same value.
        return figure.applyAsDouble(match) + 0.0;
    }

    private static double perMinute(CareerMatch match, int count) {
        Float seconds = match.performance().timePlayedSeconds();
        return count * 60.0 / (seconds == null || seconds <= 0 ? ASSUMED_SECONDS : seconds);
    }

    private static double orUnknown(@Nullable Float value) {
        return value == null ? Double.NaN : value;
    }
}
