package dev.spartanlake.film;

import java.util.List;

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
}
