package dev.spartanlake.film;

import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.Set;

/// The highlight events of one match.
///
/// @param film what they were read from
/// @param events in the order of the film; the film may have more of them
public record Highlights(FilmIdentity film, List<HighlightEvent> events) {

    /// Copies the list.
    public Highlights {
        events = List.copyOf(events);
    }

    /// The events of some players alone, each in its place in the film.
    public Highlights of(Set<Xuid> players) {
        return new Highlights(
                film,
                events.stream().filter(event -> players.contains(event.xuid())).toList());
    }
}
