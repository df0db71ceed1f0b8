package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// Whether the skill service says anything about a player in a match. What it says is in the
/// answer, of which some numbers are the texts `NaN` or `Infinity`.
///
/// @param resultCode 0 success, 1 not found, 2 service failure, 3 service unavailable, 4 forbidden
/// @param hasResult whether there is anything
public record PlayerSkill(int resultCode, boolean hasResult) {

    static PlayerSkill read(JsonValue value) throws UnexpectedJson {
        return new PlayerSkill(value.field("ResultCode").integer(), value.optional("Result") != null);
    }
}
