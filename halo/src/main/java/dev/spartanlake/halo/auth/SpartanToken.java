package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.secret.Secret;
import java.time.Instant;

/// What the game's services want to see.
///
/// @param expires some four hours after it was given
record SpartanToken(Secret token, Instant expires) {

    static SpartanToken read(JsonValue value) throws UnexpectedJson {
        return new SpartanToken(
                SecretField.read(value.field("SpartanToken")),
                value.field("ExpiresUtc").field("ISO8601Date").instant());
    }
}
