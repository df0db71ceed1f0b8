package dev.spartanlake.film;

import java.util.List;

/// What reading a chunk of highlight events gave.
public sealed interface FilmReading {

    /// The chunk was read as a whole: as many events as it says, in the order of time.
    ///
    /// @param events in the order of the chunk
    record Decoded(List<HighlightEvent> events) implements FilmReading {

        /// Copies the list.
        public Decoded {
            events = List.copyOf(events);
        }
    }

    /// The chunk is not what is known of the format. Nothing of it is used.
    ///
    /// @param where what of the chunk is wrong
    /// @param expected what should be there
    /// @param found what is there
    record Refused(String where, String expected, String found) implements FilmReading {}
}
