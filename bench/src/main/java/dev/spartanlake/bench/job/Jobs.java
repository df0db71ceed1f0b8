package dev.spartanlake.bench.job;

import java.util.List;
import java.util.Optional;

/// All jobs, in the order they are run and reported in.
public final class Jobs {

    /// The jobs.
    public static final List<Job> ALL = List.of(
            new IngestJob(),
            new DeltaJob(),
            new LateUpdateJob(),
            new CommitJob(),
            new QuestionsJob(),
            new FirstQuestionJob(),
            new RefreshJob(),
            new FullLoadJob(),
            new RecomputeJob(),
            new VerifyJob(),
            new SmallFilesJob(),
            new StartUpJob(),
            new ProcessJob());

    private Jobs() {}

    /// The job of a name; empty when there is none.
    public static Optional<Job> named(String name) {
        return ALL.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
