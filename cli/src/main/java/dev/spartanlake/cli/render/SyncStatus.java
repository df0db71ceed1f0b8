package dev.spartanlake.cli.render;

import dev.spartanlake.match.Xuid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the histories of players have been brought in.
///
/// @param players the players, in this order
public record SyncStatus(List<Player> players) {

    /// Copies the list.
    public SyncStatus {
        players = List.copyOf(players);
    }

    /// How far one history has been brought in.
    ///
    /// @param gamertag the name; null when not known
    /// @param stored how many matches are stored
    /// @param reported how many there are, as the services said last; null because they were never asked
    /// @param missing how many may still come; null because it is not known how many there are
    /// @param unobtainable how many of them they do not give, negative where more are stored than they
    ///     count; null when not known
    /// @param withoutSkill of how many stored matches skill data may still come
    /// @param withoutFilm of how many stored matches highlight events may still come
    /// @param lastSync when a sync last ended; null before the first
    /// @param interruption why that one ended early; null because it did not
    public record Player(
            Xuid xuid,
            @Nullable String gamertag,
            long stored,
            @Nullable Long reported,
            @Nullable Long missing,
            @Nullable Long unobtainable,
            long withoutSkill,
            long withoutFilm,
            @Nullable Instant lastSync,
            @Nullable String interruption) {

        private String name() {
            return gamertag == null ? xuid.text() : gamertag;
        }
    }

    /// A table of the players.
    public String text(Messages messages, Screen screen) {
        if (players.isEmpty()) {
            return messages.text("status.nobody-tracked") + "\n";
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Player player : players) {
            Instant last = player.lastSync();
            rows.add(Arrays.asList(
                    player.name(),
                    player.stored(),
                    player.reported(),
                    player.missing(),
                    player.withoutSkill(),
                    player.withoutFilm(),
                    last == null ? messages.text("status.never") : messages.minute(last)));
        }
        return TableText.of(new Grid(messages.list("sync.status-columns"), rows), screen);
    }

    /// Why syncs ended early, a line for each that did.
    public List<String> interruptions(Messages messages) {
        List<String> lines = new ArrayList<>();
        for (Player player : players) {
            String interruption = player.interruption();
            if (interruption != null) {
                lines.add(messages.text("sync.ended-early", player.name(), interruption));
            }
        }
        return List.copyOf(lines);
    }
}
