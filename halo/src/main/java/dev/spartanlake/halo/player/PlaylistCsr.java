package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import org.jspecify.annotations.Nullable;

/// The competitive ranks of a player in a playlist.
///
/// @param id the player as asked for, such as `xuid(2533274800000001)`
/// @param resultCode 0 success, 1 not found, 2 service failure, 3 service unavailable, 4 forbidden
/// @param current `null` when there is no result
/// @param seasonMax `null` likewise
/// @param allTimeMax `null` likewise
public record PlaylistCsr(
        String id,
        int resultCode,
        @Nullable Csr current,
        @Nullable Csr seasonMax,
        @Nullable Csr allTimeMax) {

    static PlaylistCsr read(JsonValue value) throws UnexpectedJson {
        String id = value.field("Id").nonEmpty();
        int resultCode = value.field("ResultCode").integer();
        JsonValue result = value.optional("Result");
        if (result == null) {
            return new PlaylistCsr(id, resultCode, null, null, null);
        }
        return new PlaylistCsr(
                id,
                resultCode,
                Csr.readOptional(result.optional("Current")),
                Csr.readOptional(result.optional("SeasonMax")),
                Csr.readOptional(result.optional("AllTimeMax")));
    }
}
