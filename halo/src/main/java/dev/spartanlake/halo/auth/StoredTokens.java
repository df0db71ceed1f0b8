package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a sign-in left behind.
///
/// @param refresh the newest refresh token, from which all others are bought
/// @param bought the tokens that were bought with it; `null` because none were yet
public record StoredTokens(Secret refresh, @Nullable Bought bought) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int VERSION = 1;

    /// Tokens that requests carry.
    ///
    /// @param expires when the first of them does
    /// @param xbox the value of Xbox Live's header `Authorization`
    /// @param identity who signed in; `null` when Xbox did not say
    public record Bought(
            Secret spartan,
            Secret clearance,
            Secret xbox,
            Instant expires,
            @Nullable Identity identity) {}

    Bytes json() {
        ObjectNode json = MAPPER.createObjectNode().put("version", VERSION).put("refresh_token", refresh.reveal());
        if (bought != null) {
            json.put("spartan_token", bought.spartan.reveal())
                    .put("clearance", bought.clearance.reveal())
                    .put("xbox_authorization", bought.xbox.reveal())
                    .put("expires", bought.expires.toString());
            if (bought.identity != null) {
                json.put("xuid", bought.identity.xuid()).put("gamertag", bought.identity.gamertag());
            }
        }
        return Bytes.of(json.toPrettyString() + "\n");
    }

    static StoredTokens read(Bytes file) throws UnexpectedJson {
        JsonValue json = JsonValue.parse(file);
        if (json.field("version").integer() != VERSION) {
            throw json.field("version").wrong("version " + VERSION);
        }
        return new StoredTokens(SecretField.read(json.field("refresh_token")), bought(json));
    }

    private static @Nullable Bought bought(JsonValue json) throws UnexpectedJson {
        if (json.optional("spartan_token") == null) {
            return null;
        }
        JsonValue xuid = json.optional("xuid");
        return new Bought(
                SecretField.read(json.field("spartan_token")),
                SecretField.read(json.field("clearance")),
                SecretField.read(json.field("xbox_authorization")),
                json.field("expires").instant(),
                xuid == null
                        ? null
                        : new Identity(xuid.whole(), json.field("gamertag").text()));
    }
}
