package dev.spartanlake.bench.job;

import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.measure.Measurement;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// Something that is measured. A new one is a class, and a line in [Jobs].
public interface Job {

    /// Its name on the command line and in the page, in lower case.
    String name();

    /// What it measures, in one sentence.
    String description();

    /// The largest career it is for, in matches.
    default int mostMatches() {
        return BenchCareer.MOST_MATCHES;
    }

    /// Measures it on one career.
    List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException;
}
