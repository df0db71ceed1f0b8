package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import java.time.LocalDate;
import java.util.List;

/// What a job gave on a career of one size.
///
/// @param job the job's name
/// @param matches the size of the career
/// @param date the day it was measured
/// @param machine where it was measured
/// @param measurements what was measured
public record JobResult(String job, long matches, LocalDate date, Machine machine, List<Measurement> measurements) {

    /// Copies the list.
    public JobResult {
        measurements = List.copyOf(measurements);
    }

    /// Whether it is about the same as another one.
    boolean replaces(JobResult other) {
        return job.equals(other.job) && matches == other.matches;
    }
}
