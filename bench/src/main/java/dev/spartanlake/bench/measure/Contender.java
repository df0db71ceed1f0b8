package dev.spartanlake.bench.measure;

import java.io.IOException;
import java.sql.SQLException;

/// One side, and how it does the work.
///
/// @param side who
/// @param preparation is run before each sample and not timed
/// @param task is timed
public record Contender(Side side, Task preparation, Task task) {

    /// A contender that needs no preparation.
    public static Contender of(Side side, Task task) {
        return new Contender(side, Task.NOTHING, task);
    }

    double milliseconds() throws IOException, SQLException, InterruptedException {
        preparation.run();
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
