package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.match.KillFeed.FeedMedal;
import dev.spartanlake.film.Happening;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A row of `highlight_events` with the names that go with it.
///
/// @param gamertag the player's name of today, else the film's, else the identifier
/// @param medalName null for all but medals, and where it is not known
record FilmedEvent(
        int eventIndex,
        long timeMs,
        String xuid,
        String gamertag,
        int teamId,
        @Nullable Integer slot,
        int flag,
        long code,
        int weight,
        @Nullable Long medalNameId,
        @Nullable String medalName) {

    /// The event as the film has it.
    HighlightEvent event() {
        return new HighlightEvent(
                eventIndex,
                Xuid.parse(xuid),
                gamertag,
                teamId,
                slot,
                Duration.ofMillis(timeMs),
                Happening.of(flag, code),
                weight);
    }

    FeedMedal medal() {
        return new FeedMedal(medalNameId, code, medalName);
    }
}
