package dev.spartanlake.document;

import dev.spartanlake.match.Xuid;
import java.util.Map;

/// The answer of the skill service about one match. It does not name the match.
///
/// @param content its text
/// @param players what it says of each player it knows something of
public record SkillDocument(DocumentContent content, Map<Xuid, PlayerSkill> players) {

    /// Copies the map.
    public SkillDocument {
        players = Map.copyOf(players);
    }
}
