package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.wire.Identity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The text of the file of tokens: JSON, in which `pasted_at` tells pasted tokens from those of a
/// sign-in.
final class TokenFile {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int VERSION = 1;

    private TokenFile() {}

    static Bytes write(StoredTokens tokens) {
        ObjectNode json = MAPPER.createObjectNode().put("version", VERSION);
        switch (tokens) {
            case StoredTokens.SignedIn signedIn -> {
                json.put("refresh_token", signedIn.refresh().reveal());
                if (signedIn.bought() != null) {
                    put(json, signedIn.bought());
                }
            }
            case StoredTokens.Pasted pasted -> {
                json.put("spartan_token", pasted.spartan().reveal())
                        .put("clearance", pasted.clearance().reveal())
                        .put("pasted_at", pasted.pastedAt().toString());
                put(json, pasted.identity());
            }
        }
        return Bytes.of(json.toPrettyString() + "\n");
    }

    private static void put(ObjectNode json, StoredTokens.Bought bought) {
        json.put("spartan_token", bought.spartan().reveal())
                .put("clearance", bought.clearance().reveal())
                .put("xbox_authorization", bought.xbox().reveal())
                .put("expires", bought.expires().toString());
        put(json, bought.identity());
    }

    private static void put(ObjectNode json, @Nullable Identity identity) {
        if (identity != null) {
            json.put("xuid", identity.xuid()).put("gamertag", identity.gamertag());
        }
    }

    static StoredTokens read(Bytes file) throws UnexpectedJson {
        JsonValue json = JsonValue.parse(file);
        JsonValue version = json.field("version");
        if (version.integer() != VERSION) {
            throw version.wrong("version " + VERSION, Integer.toString(version.integer()));
        }
        JsonValue pastedAt = json.optional("pasted_at");
        return pastedAt == null
                ? new StoredTokens.SignedIn(SecretField.read(json.field("refresh_token")), bought(json))
                : new StoredTokens.Pasted(
                        SecretField.read(json.field("spartan_token")),
                        SecretField.read(json.field("clearance")),
                        pastedAt.instant(),
                        identity(json));
    }

    private static StoredTokens.@Nullable Bought bought(JsonValue json) throws UnexpectedJson {
        return json.optional("spartan_token") == null
                ? null
                : new StoredTokens.Bought(
                        SecretField.read(json.field("spartan_token")),
                        SecretField.read(json.field("clearance")),
                        SecretField.read(json.field("xbox_authorization")),
                        json.field("expires").instant(),
                        identity(json));
    }

    private static @Nullable Identity identity(JsonValue json) throws UnexpectedJson {
        JsonValue xuid = json.optional("xuid");
        return xuid == null
                ? null
                : new Identity(xuid.whole(), json.field("gamertag").text());
    }
}
