package dev.spartanlake.commit;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.parallel.OrderedTasks;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Writes and reads back partitions on several threads, each with a connection of its own to the engine.
///
/// **Threads**: used by one. **Lifecycle**: closing waits for what is being written, so that nothing appears
/// in the staging directory afterwards; what was not begun is dropped.
final class PartitionWriters implements AutoCloseable {

    /// Reading back asks the engine the same few questions however many files they are about.
    private static final int BATCH = 16;

    private final Path staging;
    private final BlockingQueue<PartitionMerge> idle = new LinkedBlockingQueue<>();
    private final OrderedTasks<List<StagedFile>> tasks;

    /// Starts the writers.
    ///
    /// @param engine has a connection for each thread
    /// @param merge how partitions are written
    /// @param staging where to
    PartitionWriters(CommitEngine engine, PartitionMerge merge, Path staging) {
        this.staging = staging;
        List<Engine> connections = engine.connections();
        connections.forEach(connection -> idle.add(merge.over(connection)));
        tasks = new OrderedTasks<>(connections.size(), "write");
    }

    /// Begins to write partitions of a table.
    void submit(Table<?> table, List<PartitionWrite> writes) {
        for (int from = 0; from < writes.size(); from += BATCH) {
            List<PartitionWrite> batch = writes.subList(from, Math.min(from + BATCH, writes.size()));
            tasks.submit(() -> write(table, batch));
        }
    }

    private List<StagedFile> write(Table<?> table, List<PartitionWrite> batch) throws InterruptedException {
        PartitionMerge merge = idle.take();
        try {
            return merge.write(table, batch, staging);
        } finally {
            idle.add(merge);
        }
    }

    /// Waits for everything that was submitted.
    ///
    /// @param between is run between batches; what it throws ends the waiting
    /// @return the files in the order in which they were submitted
    List<StagedFile> await(Runnable between) {
        List<StagedFile> written = new ArrayList<>();
        while (tasks.size() > 0) {
            between.run();
            written.addAll(tasks.take());
        }
        return written;
    }

    @Override
    public void close() {
        tasks.close();
    }
}
