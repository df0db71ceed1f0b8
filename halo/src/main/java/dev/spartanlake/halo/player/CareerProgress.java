package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// How far a player got in the career ranks.
///
/// @param rank how many ranks are completed
/// @param partialProgress experience towards the next
public record CareerProgress(int rank, int partialProgress) {

    static CareerProgress read(JsonValue value) throws UnexpectedJson {
        JsonValue progress = value.field("CurrentProgress");
        return new CareerProgress(
                progress.field("Rank").integer(),
                progress.field("PartialProgress").integer());
    }
}
