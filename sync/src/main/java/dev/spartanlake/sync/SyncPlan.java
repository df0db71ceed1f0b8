package dev.spartanlake.sync;

import dev.spartanlake.halo.match.Matches;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a sync of a player would bring.
///
/// @param player the player
/// @param reported how many matches the API says there are; null because it did not say
/// @param stored how many of them are stored
/// @param expected how many would be brought in
/// @param least how long that takes at least, by the pace of the requests
/// @param failure why the API did not say; null because it did
public record SyncPlan(
        Xuid player,
        @Nullable Long reported,
        long stored,
        long expected,
        Duration least,
        @Nullable Interruption failure) {

    private static final long SECOND_MILLIS = 1000;

    /// How long some matches take at least. The busiest service is that of the matches: the pages of the history, and
    /// each match.
    ///
    /// @param requestsPerSecond the client's pace at each service, at least 1
    public static Duration least(long matches, int requestsPerSecond) {
        long pages = (matches + Matches.MOST_ON_A_PAGE - 1) / Matches.MOST_ON_A_PAGE;
        return Duration.ofMillis(SECOND_MILLIS * (1 + pages + matches) / requestsPerSecond);
    }
}
