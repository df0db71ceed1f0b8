package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Identity;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A token of Xbox: that of the user, or one for somebody else to trust.
///
/// @param userHash goes with the token in the header of a request
/// @param expires after this it is worth nothing
/// @param identity who it is about; `null` in the user's own token, and sometimes in that for the
///     game
record XboxToken(
        Secret token,
        Secret userHash,
        Instant expires,
        @Nullable Identity identity) {

    static XboxToken read(JsonValue value) throws UnexpectedJson {
        List<JsonValue> claims = value.field("DisplayClaims").field("xui").elements();
        if (claims.isEmpty()) {
            throw value.field("DisplayClaims").field("xui").wrong("somebody the token is about");
        }
        JsonValue claim = claims.getFirst();
        return new XboxToken(
                SecretField.read(value.field("Token")),
                SecretField.read(claim.field("uhs")),
                value.field("NotAfter").instant(),
                identity(claim));
    }

    private static @Nullable Identity identity(JsonValue claim) throws UnexpectedJson {
        JsonValue xuid = claim.optional("xid");
        JsonValue gamertag = claim.optional("gtg");
        if (xuid == null || gamertag == null) {
            return null;
        }
        OptionalLong number = Identity.xuid(xuid.text());
        return number.isEmpty() ? null : new Identity(number.getAsLong(), gamertag.nonEmpty());
    }

    /// The value of the header `Authorization`.
    Secret header() {
        return Secret.of("XBL3.0 x=" + userHash.reveal() + ";" + token.reveal());
    }
}
