package dev.spartanlake.imports;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How an import runs.
///
/// @param player whose history is imported; null to find that out
/// @param mode whether anything is changed
/// @param commitBytes a commit is made whenever the documents, skill documents and films that wait
///     for it are at least this long together
/// @param patience how long to wait for a program that writes to what is read
/// @param stop is looked at between documents, between pages of a database, and between files
public record ImportOptions(@Nullable Xuid player, Mode mode, long commitBytes, Duration patience, StopSignal stop) {

    /// What waits for a commit is held in memory, with the rows that are made of it.
    private static final long COMMIT_BYTES = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// An import that finds the player out, with the usual limits.
    public static ImportOptions standard() {
        return new ImportOptions(null, Mode.COMMIT, COMMIT_BYTES, PATIENCE, StopSignal.NEVER);
    }

    /// The same for a player.
    ///
    /// @param owner null to find that out
    public ImportOptions withPlayer(@Nullable Xuid owner) {
        return new ImportOptions(owner, mode, commitBytes, patience, stop);
    }

    /// The same in another mode.
    public ImportOptions with(Mode other) {
        return new ImportOptions(player, other, commitBytes, patience, stop);
    }

    /// The same with smaller commits.
    public ImportOptions withCommitBytes(long bytes) {
        return new ImportOptions(player, mode, Math.min(bytes, COMMIT_BYTES), patience, stop);
    }

    /// The same with another patience.
    public ImportOptions withPatience(Duration wait) {
        return new ImportOptions(player, mode, commitBytes, wait, stop);
    }

    /// The same with a stop signal.
    public ImportOptions withStop(StopSignal signal) {
        return new ImportOptions(player, mode, commitBytes, patience, signal);
    }

    /// Whether anything is changed.
    public enum Mode {
        /// What is found is committed.
        COMMIT,
        /// Everything is read and judged, and nothing is changed.
        DRY_RUN
    }
}
