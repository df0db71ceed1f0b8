package dev.spartanlake.imports;

import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.catalog.Assets.NamedAsset;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of the game's services say of assets, and how they write players.
///
/// **Source**: the services `discovery-infiniteugc`, `halostats` and `skill`, as recorded between
/// 2024 and 2026.
final class Answers {

    private Answers() {}

    /// A version of an asset and its names; empty because the answer is of no asset or has no name.
    static Optional<AssetVersion> asset(Kind kind, JsonNode answer) {
        String assetId = JsonPeek.text(answer, "AssetId");
        String versionId = JsonPeek.text(answer, "VersionId");
        String name = JsonPeek.text(answer, "PublicName");
        if (assetId == null || versionId == null || name == null || !MatchId.isGuid(assetId)) {
            return Optional.empty();
        }
        String id = assetId.toLowerCase(Locale.ROOT);
        return Optional.of(new AssetVersion(
                versionId.toLowerCase(Locale.ROOT),
                new NamedAsset(kind, id, name, null, null, JsonPeek.text(answer, "Description"))));
    }

    /// The names of one version of an asset.
    ///
    /// @param versionId the GUID of the version, in lower case
    record AssetVersion(String versionId, NamedAsset asset) {}

    /// A player as answers write one; empty because it is no player, such as a bot.
    static Optional<Xuid> xuid(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Xuid.parse(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
