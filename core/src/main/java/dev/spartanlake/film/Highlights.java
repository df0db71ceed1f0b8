package dev.spartanlake.film;

import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The highlight events of one match.
///
/// @param sha256 by what the chunk is recognised that they were read from, 64 lower-case hexadecimal digits
/// @param filmVersion the film's major version
/// @param events in the order of the chunk
public record Highlights(String sha256, int filmVersion, List<HighlightEvent> events) {

    /// Copies the list.
    public Highlights {
        events = List.copyOf(events);
    }

    /// The names of players, as they were when the match was played.
    public Map<Xuid, String> gamertags() {
        Map<Xuid, String> gamertags = new TreeMap<>();
        events.stream()
                .filter(event -> !event.gamertag().isBlank())
                .forEach(event -> gamertags.put(event.xuid(), event.gamertag()));
        return gamertags;
    }
}
