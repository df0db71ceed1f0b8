package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.List;
import java.util.UUID;

/// A piece of a player's history.
///
/// @param start how many newer matches come before it
/// @param entries newest first
public record HistoryPage(int start, List<Entry> entries) {

    /// Keeps a copy.
    public HistoryPage {
        entries = List.copyOf(entries);
    }

    /// A match of the player.
    ///
    /// @param outcome 1 tie, 2 win, 3 loss, 4 did not finish
    public record Entry(
            UUID matchId, MatchInfo info, int lastTeamId, int outcome, int rank, boolean presentAtEndOfMatch) {

        static Entry read(JsonValue value) throws UnexpectedJson {
            return new Entry(
                    value.field("MatchId").guid(),
                    MatchInfo.read(value.field("MatchInfo")),
                    value.field("LastTeamId").integer(),
                    value.field("Outcome").integer(),
                    value.field("Rank").integer(),
                    value.field("PresentAtEndOfMatch").truth());
        }
    }

    static HistoryPage read(JsonValue value) throws UnexpectedJson {
        HistoryPage page = new HistoryPage(
                value.field("Start").integer(), value.field("Results").elements(Entry::read));
        if (value.field("ResultCount").integer() != page.entries.size()) {
            throw value.field("ResultCount").wrong("the number of results, " + page.entries.size());
        }
        return page;
    }
}
