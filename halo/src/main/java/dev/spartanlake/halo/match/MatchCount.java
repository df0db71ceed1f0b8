package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// How many matches a player has played.
///
/// @param all of every kind
public record MatchCount(int all, int matchmade, int custom, int local) {

    static MatchCount read(JsonValue value) throws UnexpectedJson {
        return new MatchCount(
                value.field("MatchesPlayedCount").integer(),
                value.field("MatchmadeMatchesPlayedCount").integer(),
                value.field("CustomMatchesPlayedCount").integer(),
                value.field("LocalMatchesPlayedCount").integer());
    }
}
