package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.secret.Secret;

/// What the Microsoft account gave.
///
/// @param access good for an hour
/// @param refresh buys the next pair, once
record OAuthTokens(Secret access, Secret refresh) {

    static OAuthTokens read(JsonValue value) throws UnexpectedJson {
        return new OAuthTokens(
                SecretField.read(value.field("access_token")), SecretField.read(value.field("refresh_token")));
    }
}
