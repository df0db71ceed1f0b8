package dev.spartanlake.document;

import io.avaje.validation.constraints.NotNull;
import io.avaje.validation.constraints.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A map, playlist or mode by identifier; documents carry no names.
///
/// @param assetId the asset's GUID, in lower case
/// @param versionId the GUID of the version that was played, in lower case; null when the API left it out
@Valid
public record AssetReference(
        @NotNull @Guid String assetId, @Guid @Nullable String versionId) {

    /// Normalises the case, so that equal assets have equal texts.
    public AssetReference {
        assetId = assetId == null ? assetId : assetId.toLowerCase(Locale.ROOT);
        versionId = versionId == null ? null : versionId.toLowerCase(Locale.ROOT);
    }
}
