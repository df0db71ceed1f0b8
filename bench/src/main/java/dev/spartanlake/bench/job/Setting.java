package dev.spartanlake.bench.job;

import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Turns;
import java.nio.file.Path;

/// What a job is done with.
///
/// @param career the career, with its files
/// @param runs how many samples to take
/// @param project the directory of this project, with the packaged command
public record Setting(BenchCareer career, int runs, Path project) {

    Subject subject(Job job, String work) {
        return new Subject(job.name(), work, career.matches());
    }

    Turns turns(int warmUp) {
        return new Turns(warmUp, runs);
    }
}
