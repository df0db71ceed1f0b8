package dev.spartanlake.halo.asset;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of an asset. Names may differ between the versions of one asset.
public record AssetVersion(UUID assetId, UUID versionId) {

    /// Reads the two fields that name a version.
    ///
    /// @throws UnexpectedJson if it has another shape
    public static AssetVersion read(JsonValue value) throws UnexpectedJson {
        return new AssetVersion(
                value.field("AssetId").guid(), value.field("VersionId").guid());
    }

    /// Reads a version that may be absent.
    ///
    /// @return `null` when it is
    /// @throws UnexpectedJson if it has another shape
    public static @Nullable AssetVersion readOptional(@Nullable JsonValue value) throws UnexpectedJson {
        return value == null ? null : read(value);
    }
}
