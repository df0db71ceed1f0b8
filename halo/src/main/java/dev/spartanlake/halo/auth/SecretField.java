package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.secret.Secret;

/// Reads a token out of an answer.
final class SecretField {

    private SecretField() {}

    static Secret read(JsonValue value) throws UnexpectedJson {
        try {
            return Secret.of(value.text());
        } catch (IllegalArgumentException _) {
            throw value.wrong("a token");
        }
    }
}
