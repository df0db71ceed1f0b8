package dev.spartanlake.film;

import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The highlight events of one match.
///
/// @param film what they were read from
/// @param events in the order of the film; the film may have more of them
public record Highlights(FilmIdentity film, List<HighlightEvent> events) {

    /// Copies the list.
    public Highlights {
        events = List.copyOf(events);
    }

    /// Whether the film may be that of a match. It is that of another one where it shows nobody of
    /// the match, or where at least half of those whom it shows, and more than one, are others. One
    /// stranger may be a player who was cut from the match's document.
    ///
    /// @param players the humans of the match, as its document has them
    public boolean mayBeOf(Set<Xuid> players) {
        long others = others(players);
        long known = shown().size() - others;
        return events.isEmpty() || (known > 0 && (others < 2 || others < known));
    }

    /// How many players the film shows beside these.
    public long others(Set<Xuid> players) {
        return shown().stream().filter(player -> !players.contains(player)).count();
    }

    private Set<Xuid> shown() {
        return events.stream().map(HighlightEvent::xuid).collect(Collectors.toSet());
    }

    /// The events of some players alone, each in its place in the film.
    public Highlights of(Set<Xuid> players) {
        return new Highlights(
                film,
                events.stream().filter(event -> players.contains(event.xuid())).toList());
    }
}
