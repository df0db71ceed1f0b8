package dev.spartanlake.film;

import java.util.List;

/// The highlight events of one match.
///
/// @param chunk what they were read from
/// @param events in the order of the chunk; there may be more in it
public record Highlights(FilmChunk chunk, List<HighlightEvent> events) {

    /// Copies the list.
    public Highlights {
        events = List.copyOf(events);
    }
}
