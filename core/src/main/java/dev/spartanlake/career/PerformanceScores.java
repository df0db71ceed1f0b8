package dev.spartanlake.career;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Scores every match of a career against the player's own past.
///
/// Each measure of a match is ranked among the same measure of the *earlier* matches of its kind: the
/// percentage of earlier values that are not better. The score is the weighted mean of these percentages, 0 to
/// 100, rounded half up to one decimal. A measure that is unknown, or was never known before, is left out and
/// the other weights count for more. The first [#MINIMUM_HISTORY] matches of a kind have no score.
///
/// O(n log n) in the length of the career, and exact: no sum of fractions is ever rounded before the last step.
public final class PerformanceScores {

    /// How many earlier matches of its kind a match needs to be scored.
    public static final int MINIMUM_HISTORY = 10;

    /// The length in seconds a match counts as whose own length is unknown or zero.
    public static final double ASSUMED_SECONDS = 600;

    private final ScoreWeights weights;

    /// Prepares scoring with these weights.
    public PerformanceScores(ScoreWeights weights) {
        this.weights = weights;
    }

    /// The score of each match, by match identifier; a match without score is not in the map.
    ///
    /// @param career the matches of one player in [CareerMatch#ORDER]
    public Map<String, Float> of(List<CareerMatch> career) {
        Map<String, Float> scores = HashMap.newHashMap(career.size());
        for (CareerMatch.Kind kind : CareerMatch.Kind.values()) {
            scoreHistory(career.stream().filter(match -> match.kind() == kind).toList(), scores);
        }
        return scores;
    }

    private void scoreHistory(List<CareerMatch> history, Map<String, Float> scores) {
        List<Measure> measures = measures(history);
        for (int i = 0; i < history.size(); i++) {
            if (i >= MINIMUM_HISTORY) {
                Float score = score(measures, i);
                if (score != null) {
                    scores.put(history.get(i).matchId(), score);
                }
            }
            for (Measure measure : measures) {
                measure.remember(i);
            }
        }
    }

    private List<Measure> measures(List<CareerMatch> history) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of(
                weights.killsPerMinute(),
                history,
                match -> perMinute(match, match.performance().kills())));
        // Fewer deaths are better, so they are ranked by their negative.
        measures.add(Measure.of(
                weights.deathsPerMinute(),
                history,
                match -> -perMinute(match, match.performance().deaths())));
        measures.add(Measure.of(
                weights.assistsPerMinute(),
                history,
                match -> perMinute(match, match.performance().assists())));
        measures.add(Measure.of(
                weights.kda(), history, match -> orUnknown(match.performance().kda())));
        measures.add(Measure.of(
                weights.accuracy(),
                history,
                match -> orUnknown(match.performance().accuracy())));
        return measures;
    }

    /// The weighted mean as one exact fraction: measures with the same number of earlier values share a
    /// denominator, and only KDA and accuracy can have fewer than the others.
    private static @Nullable Float score(List<Measure> measures, int match) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        long weight = 0;
        for (Measure measure : measures) {
            if (measure.isRanked(match)) {
                BigInteger earlier = BigInteger.valueOf(measure.earlier());
                BigInteger points = BigInteger.valueOf(measure.weight() * measure.notBetter(match));
                numerator = numerator.multiply(earlier).add(points.multiply(denominator));
                denominator = denominator.multiply(earlier);
                weight += measure.weight();
            }
        }
        return weight == 0 ? null : tenths(numerator, denominator.multiply(BigInteger.valueOf(weight)));
    }

    private static float tenths(BigInteger numerator, BigInteger denominator) {
        BigInteger doubled = numerator.multiply(BigInteger.valueOf(2_000)).add(denominator);
        return doubled.divide(denominator.shiftLeft(1)).intValueExact() / 10f;
    }

    private static double perMinute(CareerMatch match, int count) {
        Float seconds = match.performance().timePlayedSeconds();
        return count * 60.0 / (seconds == null || seconds <= 0 ? ASSUMED_SECONDS : seconds);
    }

    private static double orUnknown(@Nullable Float value) {
        return value == null ? Double.NaN : value;
    }

    /// One measure over a history: the rank of each match's value among all, and which of them have been seen.
    private static final class Measure {

        private static final int UNKNOWN = -1;

        private final long weight;
        private final int[] ranks;
        private final CountedRanks seen;

        private Measure(long weight, int[] ranks, CountedRanks seen) {
            this.weight = weight;
            this.ranks = ranks;
            this.seen = seen;
        }

        long weight() {
            return weight;
        }

        static Measure of(long weight, List<CareerMatch> history, ToDoubleFunction<CareerMatch> value) {
            double[] values = history.stream().mapToDouble(value).toArray();
            // Adding zero makes -0.0 and 0.0 the same value.
            double[] distinct = Arrays.stream(values)
                    .filter(known -> !Double.isNaN(known))
                    .map(known -> known + 0.0)
                    .sorted()
                    .distinct()
                    .toArray();
            int[] ranks = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                ranks[i] = Double.isNaN(values[i]) ? UNKNOWN : Arrays.binarySearch(distinct, values[i] + 0.0);
            }
            return new Measure(weight, ranks, new CountedRanks(distinct.length));
        }

        boolean isRanked(int match) {
            return weight > 0 && ranks[match] != UNKNOWN && seen.size() > 0;
        }

        long earlier() {
            return seen.size();
        }

        long notBetter(int match) {
            return seen.countUpTo(ranks[match]);
        }

        void remember(int match) {
            if (ranks[match] != UNKNOWN) {
                seen.add(ranks[match]);
            }
        }
    }
}
