package dev.spartanlake.bench.measure;

import java.util.List;

/// What one side took for one piece of work.
///
/// @param job the job it belongs to
/// @param work what was done, such as "delta of 25"; unique in the job together with side and unit
/// @param side who did it
/// @param matches the size of the career
/// @param unit what the samples count
/// @param samples one for each time it was done, in the order they were taken
public record Measurement(String job, String work, Side side, long matches, Unit unit, List<Double> samples) {

    /// @throws IllegalArgumentException when there is no sample
    public Measurement {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException(job + ", " + work + ": expected at least one sample, found none");
        }
    }

    /// The least sample.
    public double min() {
        return sorted().getFirst();
    }

    /// The sample in the middle; the mean of both where two are.
    public double median() {
        List<Double> sorted = sorted();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /// The greatest sample.
    public double max() {
        return sorted().getLast();
    }

    private List<Double> sorted() {
        return samples.stream().sorted().toList();
    }
}
