package dev.spartanlake.halo.asset;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import org.jspecify.annotations.Nullable;

/// How a playlist is set up.
///
/// @param hasCsr whether it is ranked; nothing else says so reliably
/// @param nameHint a name for those who work on the game; `null` when it has none
/// @param experience such as `Arena`; `null` when it has none
public record PlaylistConfig(
        boolean hasCsr, @Nullable String nameHint, @Nullable String experience) {

    static PlaylistConfig read(JsonValue value) throws UnexpectedJson {
        return new PlaylistConfig(
                value.field("HasCsr").truth(),
                value.optionalText("NameHint"),
                value.optionalText("PlaylistExperience"));
    }
}
