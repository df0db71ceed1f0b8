package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// How far a player got in the career ranks.
///
/// @param rank how many ranks are completed
/// @param partialProgress experience towards the next
/// @param hasReachedMaxRank whether there is no next
public record CareerProgress(int rank, int partialProgress, boolean hasReachedMaxRank) {

    static CareerProgress read(JsonValue value) throws UnexpectedJson {
        JsonValue progress = value.field("CurrentProgress");
        JsonValue max = progress.optional("HasReachedMaxRank");
        return new CareerProgress(
                progress.field("Rank").integer(),
                progress.field("PartialProgress").integer(),
                max != null && max.truth());
    }
}
