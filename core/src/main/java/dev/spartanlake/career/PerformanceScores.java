package dev.spartanlake.career;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Measure> measures = RankedMeasure.of(weights).stream()
                .map(measure -> Measure.of(measure, history))
                .toList();
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

    private static @Nullable Float score(List<Measure> measures, int match) {
        WeightedPercentage mean = new WeightedPercentage();
        for (Measure measure : measures) {
            if (measure.isKnown(match)) {
                mean.add(measure.weight(), measure.notBetter(match), measure.earlier());
            }
        }
        return mean.tenths();
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

        static Measure of(RankedMeasure measure, List<CareerMatch> history) {
            double[] values = history.stream().mapToDouble(measure::in).toArray();
            double[] distinct = Arrays.stream(values)
                    .filter(known -> !Double.isNaN(known))
                    .sorted()
                    .distinct()
                    .toArray();
            int[] ranks = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                ranks[i] = Double.isNaN(values[i]) ? UNKNOWN : Arrays.binarySearch(distinct, values[i]);
            }
            return new Measure(measure.weight(), ranks, new CountedRanks(distinct.length));
        }

        boolean isKnown(int match) {
            return ranks[match] != UNKNOWN;
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
