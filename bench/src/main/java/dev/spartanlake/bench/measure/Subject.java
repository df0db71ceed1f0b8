package dev.spartanlake.bench.measure;

import java.util.List;

/// What a measurement is about.
///
/// @param job the job it belongs to
/// @param work what is done
/// @param matches the size of the career
public record Subject(String job, String work, long matches) {

    /// What one side took for it.
    public Measurement measurement(Side side, Unit unit, List<Double> samples) {
        return new Measurement(job, work, side, matches, unit, samples);
    }
}
