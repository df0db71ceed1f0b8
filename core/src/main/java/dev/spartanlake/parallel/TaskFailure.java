package dev.spartanlake.parallel;

import java.util.concurrent.ExecutionException;

/// What a task threw, for the thread that asked for its result.
public final class TaskFailure {

    private TaskFailure() {}

    /// What to throw for it: the task's own exception.
    ///
    /// @throws Error when the task threw one
    public static RuntimeException of(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException("a task failed", failed.getCause());
        };
    }
}
