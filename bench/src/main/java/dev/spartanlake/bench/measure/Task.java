package dev.spartanlake.bench.measure;

import java.io.IOException;
import java.sql.SQLException;

/// Work that is timed, or that prepares what is timed.
@FunctionalInterface
public interface Task {

    /// Prepares nothing.
    Task NOTHING = () -> {};

    /// Does the work.
    void run() throws IOException, SQLException, InterruptedException;
}
