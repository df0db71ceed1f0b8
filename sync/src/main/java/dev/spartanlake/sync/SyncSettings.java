package dev.spartanlake.sync;

import dev.spartanlake.commit.StopSignal;
import java.time.Duration;
import java.time.InstantSource;

/// How a sync works.
///
/// @param matchesAtOnce how many matches are asked for at the same time; the client's pace bounds requests besides
/// @param commitMatches a commit is made whenever so many matches wait for it
/// @param commitBytes a commit is made, too, whenever the texts and films that wait for it are so long together
/// @param freshness how long after its end a match that is not found may still come
/// @param patience how long another writer is waited for, beside the warehouse's own patience, which says how soon a
///     sync that is stopped ends
/// @param clock the present moment
/// @param stop is looked at between matches; what has come until then is committed
public record SyncSettings(
        int matchesAtOnce,
        int commitMatches,
        long commitBytes,
        Duration freshness,
        Duration patience,
        InstantSource clock,
        StopSignal stop) {

    private static final long COMMIT_BYTES = 32L << 20;

    /// The default.
    ///
    /// @param stop ends a sync early
    public static SyncSettings standard(StopSignal stop) {
        return new SyncSettings(
                16, 100, COMMIT_BYTES, Duration.ofMinutes(15), Duration.ofMinutes(10), InstantSource.system(), stop);
    }

    /// The same with another patience.
    public SyncSettings withPatience(Duration other) {
        return new SyncSettings(matchesAtOnce, commitMatches, commitBytes, freshness, other, clock, stop);
    }

    /// Checks.
    public SyncSettings {
        if (matchesAtOnce < 1 || commitMatches < 1) {
            throw new IllegalArgumentException("sync: expected at least 1 match at once and in a commit, found "
                    + matchesAtOnce + " and " + commitMatches);
        }
    }
}
