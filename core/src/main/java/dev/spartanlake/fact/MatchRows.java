package dev.spartanlake.fact;

import dev.spartanlake.document.CoreStats;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.document.ParseResult;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everything the warehouse stores of one match.
///
/// @param document the document row
/// @param participants one row for everybody, bots included
public record MatchRows(DocumentRow document, List<PlayerRow> participants) {

    /// Copies the list.
    public MatchRows {
        participants = List.copyOf(participants);
    }

    /// The rows of an accepted document.
    public static MatchRows of(ParseResult.Parsed parsed) {
        return of(parsed.document(), parsed.content());
    }

    private static MatchRows of(MatchDocument document, DocumentContent content) {
        List<PlayerRow> participants = document.players().stream()
                .map(player -> PlayerRow.of(document, player))
                .toList();
        return new MatchRows(new DocumentRow(document, content), participants);
    }

    /// The rows of `match_facts`: the participants who are tracked.
    ///
    /// @param tracked the tracked players
    public List<PlayerRow> facts(Set<Xuid> tracked) {
        return participants.stream()
                .filter(row -> row.xuid() != null && tracked.contains(row.xuid()))
                .toList();
    }

    /// The rows of `medal_awards`: the medals of the participants who are tracked.
    public List<MedalRow> medals(Set<Xuid> tracked) {
        List<MedalRow> medals = new ArrayList<>();
        for (PlayerRow row : facts(tracked)) {
            for (CoreStats.Medal medal : row.stats().medals()) {
                medals.add(new MedalRow(row, medal));
            }
        }
        return medals;
    }
}
