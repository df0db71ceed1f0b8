package dev.spartanlake;

import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.career.Sessions;
import java.time.Duration;
import java.time.InstantSource;

/// How a warehouse is worked with. Immutable; start from [#standard] and change what matters.
///
/// @param sessionGap the break between two matches that ends a session
/// @param scoreWeights how much each measure counts in a performance score
/// @param engineMemoryBytes what the engine may use outside the Java heap; what does not fit is spilled to disk
/// @param threads how many threads may work
/// @param commitBytes an ingest commits whenever the documents waiting for it are at least this long together
/// @param lockPatience how long to wait for another writer; zero to give up at once
/// @param command what work is done for, as it stands in the history and in the messages to other writers
/// @param clock where the moments of commits come from
public record WarehouseConfig(
        Duration sessionGap,
        ScoreWeights scoreWeights,
        long engineMemoryBytes,
        int threads,
        long commitBytes,
        Duration lockPatience,
        String command,
        InstantSource clock) {

    private static final long STANDARD_MEMORY = 1L << 30;
    private static final long STANDARD_COMMIT = 512L << 20;

    /// The settings that suit most.
    public static WarehouseConfig standard() {
        return new WarehouseConfig(
                Sessions.STANDARD_GAP,
                ScoreWeights.STANDARD,
                STANDARD_MEMORY,
                Runtime.getRuntime().availableProcessors(),
                STANDARD_COMMIT,
                Duration.ZERO,
                "library",
                InstantSource.system());
    }

    /// The same with another break between sessions.
    public WarehouseConfig withSessionGap(Duration gap) {
        return new WarehouseConfig(
                gap, scoreWeights, engineMemoryBytes, threads, commitBytes, lockPatience, command, clock);
    }

    /// The same with other weights.
    public WarehouseConfig withScoreWeights(ScoreWeights weights) {
        return new WarehouseConfig(
                sessionGap, weights, engineMemoryBytes, threads, commitBytes, lockPatience, command, clock);
    }

    /// The same with other memory for the engine.
    public WarehouseConfig withEngineMemoryBytes(long bytes) {
        return new WarehouseConfig(sessionGap, scoreWeights, bytes, threads, commitBytes, lockPatience, command, clock);
    }

    /// The same with other batches.
    public WarehouseConfig withCommitBytes(long bytes) {
        return new WarehouseConfig(
                sessionGap, scoreWeights, engineMemoryBytes, threads, bytes, lockPatience, command, clock);
    }

    /// The same with other patience.
    public WarehouseConfig withLockPatience(Duration patience) {
        return new WarehouseConfig(
                sessionGap, scoreWeights, engineMemoryBytes, threads, commitBytes, patience, command, clock);
    }

    /// The same in the name of another command.
    public WarehouseConfig withCommand(String name) {
        return new WarehouseConfig(
                sessionGap, scoreWeights, engineMemoryBytes, threads, commitBytes, lockPatience, name, clock);
    }

    /// The same with another clock.
    public WarehouseConfig withClock(InstantSource source) {
        return new WarehouseConfig(
                sessionGap, scoreWeights, engineMemoryBytes, threads, commitBytes, lockPatience, command, source);
    }
}
