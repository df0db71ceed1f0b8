package dev.spartanlake;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.duck.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// How a warehouse is worked with. Immutable; start from [#standard] and change what matters.
///
/// @param careerRules by what rules sessions and scores are made in a warehouse without matches; one with matches
///     keeps the rules it has until [Warehouse#recompute]
/// @param engineMemoryBytes what the engine may use outside the Java heap; what does not fit is spilled to disk
/// @param threads how many threads may work
/// @param commitBytes an ingest commits whenever the documents waiting for it are at least this long together
/// @param lockPatience how long to wait for another writer; zero to give up at once
/// @param command what work is done for, as it stands in the history and in the messages to other writers
/// @param clock where the moments of commits come from
/// @param stop is looked at between the steps of work that writes, and while a question is being answered; when it is
///     raised, what has not happened yet is abandoned, and the question cancelled
public record WarehouseConfig(
        CareerRules careerRules,
        long engineMemoryBytes,
        int threads,
        long commitBytes,
        Duration lockPatience,
        String command,
        InstantSource clock,
        StopSignal stop) {

    private static final Duration LONGEST_PATIENCE = Duration.ofDays(366);
    private static final long LEAST_MEMORY = 64L << 20;
    private static final long STANDARD_MEMORY = 1L << 30;
    private static final long STANDARD_COMMIT = 512L << 20;

    /// @throws IllegalArgumentException when there is no thread, less than 64 MiB of memory, no byte to a commit, or
    ///     patience that is negative or longer than a year
    public WarehouseConfig {
        require(engineMemoryBytes >= LEAST_MEMORY, "engine memory", "at least 64 MiB", engineMemoryBytes);
        require(threads >= 1, "threads", "at least 1", threads);
        require(commitBytes >= 1, "bytes of a commit", "at least 1", commitBytes);
        require(
                !lockPatience.isNegative() && lockPatience.compareTo(LONGEST_PATIENCE) <= 0,
                "patience",
                "at most a year",
                lockPatience);
    }

    private static void require(boolean holds, String setting, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(setting + ": expected " + expected + ", found " + found);
        }
    }

    /// The settings that suit most.
    public static WarehouseConfig standard() {
        return new WarehouseConfig(
                CareerRules.STANDARD,
                STANDARD_MEMORY,
                Runtime.getRuntime().availableProcessors(),
                STANDARD_COMMIT,
                Duration.ZERO,
                "library",
                InstantSource.system(),
                StopSignal.NEVER);
    }

    /// The same with another break between two matches that ends a session, in whole seconds.
    public WarehouseConfig withSessionGap(Duration gap) {
        return withCareerRules(new CareerRules(gap, careerRules.scoreWeights()));
    }

    /// The same with other weights of the measures of a score.
    public WarehouseConfig withScoreWeights(ScoreWeights weights) {
        return withCareerRules(new CareerRules(careerRules.sessionGap(), weights));
    }

    /// The same with other rules for sessions and scores.
    public WarehouseConfig withCareerRules(CareerRules rules) {
        return new WarehouseConfig(rules, engineMemoryBytes, threads, commitBytes, lockPatience, command, clock, stop);
    }

    /// The same with other memory for the engine.
    public WarehouseConfig withEngineMemoryBytes(long bytes) {
        return new WarehouseConfig(careerRules, bytes, threads, commitBytes, lockPatience, command, clock, stop);
    }

    /// The same with another number of threads.
    public WarehouseConfig withThreads(int number) {
        return new WarehouseConfig(
                careerRules, engineMemoryBytes, number, commitBytes, lockPatience, command, clock, stop);
    }

    /// The same with other batches.
    public WarehouseConfig withCommitBytes(long bytes) {
        return new WarehouseConfig(careerRules, engineMemoryBytes, threads, bytes, lockPatience, command, clock, stop);
    }

    /// The same with other patience.
    public WarehouseConfig withLockPatience(Duration patience) {
        return new WarehouseConfig(
                careerRules, engineMemoryBytes, threads, commitBytes, patience, command, clock, stop);
    }

    /// The same in the name of another command.
    public WarehouseConfig withCommand(String name) {
        return new WarehouseConfig(
                careerRules, engineMemoryBytes, threads, commitBytes, lockPatience, name, clock, stop);
    }

    /// The same with another clock.
    public WarehouseConfig withClock(InstantSource source) {
        return new WarehouseConfig(
                careerRules, engineMemoryBytes, threads, commitBytes, lockPatience, command, source, stop);
    }

    /// The same with another signal to stop.
    public WarehouseConfig withStop(StopSignal signal) {
        return new WarehouseConfig(
                careerRules, engineMemoryBytes, threads, commitBytes, lockPatience, command, clock, signal);
    }

    /// What an engine may use that only reads. Nothing is written to the warehouse, not even what does not fit into
    /// memory.
    EngineSettings readingEngine() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "spartanlake-" + UUID.randomUUID());
        return new EngineSettings(engineMemoryBytes, threads, temporary);
    }
}
