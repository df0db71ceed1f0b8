package dev.spartanlake.generator.service;

import dev.spartanlake.generator.json.JsonObject;

/// A user of Xbox.
///
/// **Source**: `GET profile /users/xuid({xuid})`, `/users/gt({gamertag})`; a list of them,
/// `/users?xuids=…`.
public final class UserDocument {

    private static final String PICTURE = "https://images-eds-ssl.xboxlive.com/image?url=invented&format=png";

    private UserDocument() {}

    /// The document of a user.
    public static JsonObject of(long xuid, String gamertag) {
        return new JsonObject()
                .with("xuid", Long.toString(xuid))
                .with("gamertag", gamertag)
                .with(
                        "gamerpic",
                        new JsonObject()
                                .with("small", PICTURE + "&w=64&h=64")
                                .with("medium", PICTURE + "&w=208&h=208")
                                .with("large", PICTURE + "&w=424&h=424")
                                .with("xlarge", PICTURE));
    }
}
