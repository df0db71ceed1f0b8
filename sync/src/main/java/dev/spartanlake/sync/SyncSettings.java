package dev.spartanlake.sync;

import dev.spartanlake.commit.StopSignal;
import java.time.Duration;
import java.time.InstantSource;

/// How a sync works.
///
/// @param matchesAtOnce how many matches are asked for at the same time; the client's pace bounds requests besides
/// @param commitMatches a commit is made whenever so many matches wait for it
/// @param freshness how long after its end a match that is not found may still come
/// @param clock the present moment
/// @param stop is looked at between matches; what has come until then is committed
public record SyncSettings(
        int matchesAtOnce, int commitMatches, Duration freshness, InstantSource clock, StopSignal stop) {

    /// The default.
    ///
    /// @param stop ends a sync early
    public static SyncSettings standard(StopSignal stop) {
        return new SyncSettings(16, 100, Duration.ofMinutes(15), InstantSource.system(), stop);
    }

    /// Checks.
    public SyncSettings {
        if (matchesAtOnce < 1 || commitMatches < 1) {
            throw new IllegalArgumentException("sync: expected at least 1 match at once and in a commit, found "
                    + matchesAtOnce + " and " + commitMatches);
        }
    }
}
