package dev.spartanlake.parallel;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs tasks on several threads and hands out their results in the order in which the tasks were submitted.
///
/// **Threads**: submitted to and taken from by one. **Lifecycle**: closing waits for the tasks that run, so
/// that none of them does anything afterwards; those not begun are dropped.
///
/// @param <T> the result of a task
public final class OrderedTasks<T> implements AutoCloseable {

    private final ExecutorService workers;
    private final Queue<Future<T>> submitted = new ArrayDeque<>();

    /// Starts the threads.
    ///
    /// @param threads how many
    /// @param name what they do, for whoever looks at a thread dump
    public OrderedTasks(int threads, String name) {
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    /// Adds a task to those that wait for a thread.
    public void submit(Callable<T> task) {
        submitted.add(workers.submit(task));
    }

    /// How many results were not taken yet.
    public int size() {
        return submitted.size();
    }

    /// Waits for the result of the earliest task whose result was not taken yet.
    ///
    /// @throws InterruptedException when the thread is interrupted; the result can still be taken
    /// @throws RuntimeException what the task threw
    public T takeInterruptibly() throws InterruptedException {
        try {
            T result = submitted.element().get();
            submitted.remove();
            return result;
        } catch (ExecutionException failed) {
            submitted.remove();
            throw TaskFailure.of(failed);
        }
    }

    /// Waits for the result of the earliest task whose result was not taken yet.
    ///
    /// @throws IllegalStateException when the thread is interrupted
    /// @throws RuntimeException what the task threw
    public T take() {
        try {
            return submitted.remove().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another thread", interrupted);
        } catch (ExecutionException failed) {
            throw TaskFailure.of(failed);
        }
    }

    @Override
    public void close() {
        submitted.forEach(task -> task.cancel(false));
        workers.close();
    }
}
