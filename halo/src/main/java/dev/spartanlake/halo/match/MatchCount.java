package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// How many matches a player has played. The service also tells matchmade, custom and local ones
/// apart, which is not read.
///
/// @param all of every kind
public record MatchCount(int all) {

    static MatchCount read(JsonValue value) throws UnexpectedJson {
        JsonValue count = value.field("MatchesPlayedCount");
        int all = count.integer();
        if (all < 0) {
            throw count.wrong("a number from 0", Integer.toString(all));
        }
        return new MatchCount(all);
    }
}
