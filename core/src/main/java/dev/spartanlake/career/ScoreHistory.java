package dev.spartanlake.career;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the scores of further matches need of all matches before them: the values of each measure, in order. With it
/// a match that follows is ranked in O(log n), and scored as [PerformanceScores] scores it. It never changes; a longer
/// one shares most of its memory.
public final class ScoreHistory {

    private final List<RankedMeasure> measures;
    private final Map<CareerMatch.Kind, Past> pasts;

    private ScoreHistory(List<RankedMeasure> measures, Map<CareerMatch.Kind, Past> pasts) {
        this.measures = measures;
        this.pasts = pasts;
    }

    /// The history of a career.
    ///
    /// @param career the matches of one player
    public static ScoreHistory of(ScoreWeights weights, List<CareerMatch> career) {
        List<RankedMeasure> measures = RankedMeasure.of(weights);
        Map<CareerMatch.Kind, Past> pasts = new EnumMap<>(CareerMatch.Kind.class);
        for (CareerMatch.Kind kind : CareerMatch.Kind.values()) {
            List<CareerMatch> matches = ofKind(kind, career);
            pasts.put(
                    kind,
                    new Past(
                            matches.size(),
                            measures.stream()
                                    .map(measure -> SortedValues.of(figures(measure, matches)))
                                    .toList()));
        }
        return new ScoreHistory(measures, pasts);
    }

    /// The scores of matches that follow, by match identifier; a match without score is not in the map.
    ///
    /// @param next the matches that follow, in [CareerMatch#ORDER]
    public Map<String, Float> scores(List<CareerMatch> next) {
        Map<String, Float> scores = new HashMap<>();
        ScoreHistory history = this;
        for (CareerMatch match : next) {
            Float score = history.score(match);
            if (score != null) {
                scores.put(match.matchId(), score);
            }
            history = history.with(List.of(match));
        }
        return scores;
    }

    /// The history with the matches that follow.
    public ScoreHistory with(List<CareerMatch> next) {
        Map<CareerMatch.Kind, Past> longer = new EnumMap<>(pasts);
        for (CareerMatch.Kind kind : CareerMatch.Kind.values()) {
            List<CareerMatch> matches = ofKind(kind, next);
            if (!matches.isEmpty()) {
                longer.put(kind, past(kind).with(measures, matches));
            }
        }
        return new ScoreHistory(measures, longer);
    }

    /// How many numbers it holds.
    public long size() {
        return pasts.values().stream()
                .mapToLong(past -> (long) past.matches * measures.size())
                .sum();
    }

    private @Nullable Float score(CareerMatch match) {
        Past past = past(match.kind());
        if (past.matches < PerformanceScores.MINIMUM_HISTORY) {
            return null;
        }
        WeightedPercentage mean = new WeightedPercentage();
        for (int i = 0; i < measures.size(); i++) {
            double value = measures.get(i).in(match);
            SortedValues earlier = past.values.get(i);
            if (!Double.isNaN(value)) {
                mean.add(measures.get(i).weight(), earlier.countUpTo(value), earlier.size());
            }
        }
        return mean.tenths();
    }

    private Past past(CareerMatch.Kind kind) {
        return Objects.requireNonNull(pasts.get(kind));
    }

    private static List<CareerMatch> ofKind(CareerMatch.Kind kind, List<CareerMatch> matches) {
        return matches.stream().filter(match -> match.kind() == kind).toList();
    }

    private static double[] figures(RankedMeasure measure, List<CareerMatch> matches) {
        return matches.stream().mapToDouble(measure::in).toArray();
    }

    /// The matches of one kind.
    ///
    /// @param matches how many
    /// @param values of each measure
    private record Past(int matches, List<SortedValues> values) {

        Past with(List<RankedMeasure> measures, List<CareerMatch> next) {
            List<SortedValues> longer = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                longer.add(values.get(i).with(figures(measures.get(i), next)));
            }
            return new Past(matches + next.size(), longer);
        }
    }
}
