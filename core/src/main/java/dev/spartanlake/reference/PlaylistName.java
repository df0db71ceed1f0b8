package dev.spartanlake.reference;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a playlist is called.
///
/// @param assetId the playlist's asset id, a UUID in lower case; absent because the source knows the playlist
/// by name only
/// @param nameEn its English name, by which players know it
/// @param nameFr its French name
public record PlaylistName(@Nullable String assetId, String nameEn, String nameFr) {

    /// Puts the asset id into lower case and takes the spaces around the names away.
    ///
    /// @throws IllegalArgumentException if the id is no UUID, or a name is blank, longer than 200 characters
    /// or holds control characters
    public PlaylistName {
        assetId = assetId == null
                ? null
                : TextRule.ASSET_ID.require("assetId", assetId).toLowerCase(Locale.ROOT);
        nameEn = TextRule.NAME.require("nameEn", nameEn);
        nameFr = TextRule.NAME.require("nameFr", nameFr);
    }
}
