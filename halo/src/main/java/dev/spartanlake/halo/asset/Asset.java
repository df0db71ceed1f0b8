package dev.spartanlake.halo.asset;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an asset is called.
///
/// @param name in the language asked for, as far as there is one; may be empty
/// @param description likewise
/// @param map the map of a map-mode pair; `null` when it names none, and for other kinds
/// @param gameVariant the game variant of a map-mode pair; `null` likewise
public record Asset(
        AssetKind kind,
        AssetVersion version,
        String name,
        String description,
        @Nullable AssetVersion map,
        @Nullable AssetVersion gameVariant) {

    static Asset read(AssetKind kind, JsonValue value) throws UnexpectedJson {
        return new Asset(
                kind,
                AssetVersion.read(value),
                Objects.requireNonNullElse(value.optionalText("PublicName"), ""),
                Objects.requireNonNullElse(value.optionalText("Description"), ""),
                AssetVersion.readOptional(value.optional("MapLink")),
                AssetVersion.readOptional(value.optional("UgcGameVariantLink")));
    }
}
