package dev.spartanlake.halo.match;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import org.jspecify.annotations.Nullable;

/// What the skill service says about a player in a match.
///
/// @param id the player as asked for, such as `xuid(2533274800000001)`
/// @param resultCode 0 success, 1 not found, 2 service failure, 3 service unavailable, 4 forbidden
/// @param result `null` when there is none
public record PlayerSkill(
        String id, int resultCode, @Nullable SkillResult result) {

    static PlayerSkill read(JsonValue value) throws UnexpectedJson {
        JsonValue result = value.optional("Result");
        return new PlayerSkill(
                value.field("Id").nonEmpty(),
                value.field("ResultCode").integer(),
                result == null ? null : SkillResult.read(result));
    }
}
