package dev.spartanlake.sync;

import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sync brought.
///
/// @param players what came of each player, in the order of the request
/// @param playersNamed how many players got a name
/// @param assetsNamed how many maps, modes, playlists and pairings got a name
/// @param failures what could not be had, each in one line, at most [#MOST_FAILURES]
/// @param failuresOmitted how many more there were
/// @param interruption why it ended before it came to an end with every player; null because it did not
public record SyncReport(
        List<PlayerReport> players,
        long playersNamed,
        long assetsNamed,
        List<String> failures,
        long failuresOmitted,
        @Nullable Interruption interruption) {

    /// How many failures a report lists.
    public static final int MOST_FAILURES = 100;

    /// Copies the lists.
    public SyncReport {
        players = List.copyOf(players);
        failures = List.copyOf(failures);
    }

    /// What came of one player.
    ///
    /// @param player the player
    /// @param reported how many matches the API says there are; null because it did not say
    /// @param added matches that were not stored before
    /// @param updated matches whose document was another one
    /// @param skill matches that have skill data now, and had none before
    /// @param films matches that have highlight events now, and had none before
    /// @param postponed matches that have ended too recently to be complete; the next sync has them
    /// @param unobtainable matches the API counts and does not give, as far as the whole history was looked at
    /// @param interruption why it ended early with this player; null because it did not
    public record PlayerReport(
            Xuid player,
            @Nullable Long reported,
            long added,
            long updated,
            long skill,
            long films,
            long postponed,
            long unobtainable,
            @Nullable Interruption interruption) {}

    /// Collects failures.
    static final class Failures {

        private final List<String> listed = new ArrayList<>();
        private long omitted;

        void add(String line) {
            if (listed.size() < MOST_FAILURES) {
                listed.add(line);
            } else {
                omitted++;
            }
        }

        List<String> listed() {
            return listed;
        }

        long omitted() {
            return omitted;
        }
    }
}
