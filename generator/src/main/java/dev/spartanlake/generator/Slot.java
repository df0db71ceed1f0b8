package dev.spartanlake.generator;

import java.util.List;

/// A place in the schedule.
///
/// @param startMillis when the match starts, in milliseconds since 1970
/// @param party the tracked players who play it, at least one
record Slot(long startMillis, List<TrackedPlayer> party) {

    Slot {
        party = List.copyOf(party);
    }
}
