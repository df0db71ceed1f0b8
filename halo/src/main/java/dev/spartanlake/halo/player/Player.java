package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// Who somebody is.
///
/// @param gamertag the name at the time; players change it
public record Player(Xuid xuid, String gamertag) {

    static Player read(JsonValue value) throws UnexpectedJson {
        return new Player(
                Xuid.read(value.field("xuid")), value.field("gamertag").nonEmpty());
    }

    /// Source: the batch profiles of Xbox Live, of which the setting `Gamertag` was asked for.
    static Player readXbox(JsonValue value) throws UnexpectedJson {
        for (JsonValue setting : value.field("settings").elements()) {
            if (setting.field("id").text().equals("Gamertag")) {
                return new Player(
                        Xuid.read(value.field("id")), setting.field("value").nonEmpty());
            }
        }
        throw value.field("settings").wrong("the setting Gamertag");
    }
}
