package dev.spartanlake.film;

import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.Set;

/// The highlight events of one match.
///
/// @param chunk what they were read from
/// @param events in the order of the chunk; the chunk may have more of them
public record Highlights(FilmChunk chunk, List<HighlightEvent> events) {

    /// Copies the list.
    public Highlights {
        events = List.copyOf(events);
    }

    /// The events of some players alone, each in its place in the chunk.
    public Highlights of(Set<Xuid> players) {
        return new Highlights(
                chunk,
                events.stream().filter(event -> players.contains(event.xuid())).toList());
    }
}
