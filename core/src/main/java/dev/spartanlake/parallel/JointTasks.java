package dev.spartanlake.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs tasks on several threads that are of use only together: the first that fails stops the others.
///
/// **Threads**: used by one. **Lifecycle**: closing interrupts the tasks that run and waits for them, so that none of
/// them does anything afterwards; those not begun are dropped.
///
/// @param <T> the result of a task
public final class JointTasks<T> implements AutoCloseable {

    private final ExecutorService workers;
    private final CompletionService<T> ended;
    private final List<Future<T>> submitted = new ArrayList<>();

    /// Starts the threads.
    ///
    /// @param threads how many
    /// @param name what they do, for whoever looks at a thread dump
    public JointTasks(int threads, String name) {
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        ended = new ExecutorCompletionService<>(workers);
    }

    /// Adds a task to those that wait for a thread.
    ///
    /// @param task ends soon after its thread is interrupted
    public void submit(Callable<T> task) {
        submitted.add(ended.submit(task));
    }

    /// Waits for all tasks, or for the first that fails, whichever was submitted first.
    ///
    /// @return the results, in the order in which the tasks were submitted
    /// @throws InterruptedException when the thread is interrupted while it waits
    /// @throws RuntimeException what the first task to fail threw
    public List<T> results() throws InterruptedException {
        for (int i = 0; i < submitted.size(); i++) {
            requireSuccess(ended.take());
        }
        return submitted.stream().map(Future::resultNow).toList();
    }

    private static void requireSuccess(Future<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException failed) {
            throw TaskFailure.of(failed);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
