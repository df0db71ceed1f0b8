package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A piece of a player's history.
///
/// @param entries newest first
public record HistoryPage(List<Entry> entries) {

    /// Keeps a copy.
    public HistoryPage {
        entries = List.copyOf(entries);
    }

    /// A match of the player: what it takes to ask for its stats. What else a history says of it
    /// is in these, and is not looked at here, so that one odd field does not close a whole
    /// history.
    ///
    /// @param end when it ended; its stats may come some half a minute later
    public record Entry(UUID matchId, Instant end) {

        static Entry read(JsonValue value) throws UnexpectedJson {
            return new Entry(
                    value.field("MatchId").guid(),
                    value.field("MatchInfo").field("EndTime").instant());
        }
    }

    static HistoryPage read(JsonValue value) throws UnexpectedJson {
        return new HistoryPage(value.field("Results").elements(Entry::read));
    }
}
