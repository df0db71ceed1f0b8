package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// Who somebody is.
///
/// @param gamertag the name at the time; players change it
public record Player(Xuid xuid, String gamertag) {

    /// Xbox gives out names of at most 15 characters, with a number behind some of them.
    private static final int LONGEST_GAMERTAG = 100;

    static Player read(JsonValue value) throws UnexpectedJson {
        return new Player(Xuid.read(value.field("xuid")), gamertag(value.field("gamertag")));
    }

    /// Source: the batch profiles of Xbox Live, of which the setting `Gamertag` was asked for.
    static Player readXbox(JsonValue value) throws UnexpectedJson {
        for (JsonValue setting : value.field("settings").elements()) {
            if (setting.field("id").text().equals("Gamertag")) {
                return new Player(Xuid.read(value.field("id")), gamertag(setting.field("value")));
            }
        }
        throw value.field("settings").wrong("the setting Gamertag");
    }

    private static String gamertag(JsonValue value) throws UnexpectedJson {
        String gamertag = value.nonEmpty();
        if (gamertag.length() > LONGEST_GAMERTAG) {
            throw value.wrong(
                    "a gamertag of at most " + LONGEST_GAMERTAG + " characters", "one of " + gamertag.length());
        }
        return gamertag;
    }
}
