package dev.spartanlake.generator.service;

import dev.spartanlake.generator.game.Asset;
import dev.spartanlake.generator.game.Catalogue;
import dev.spartanlake.generator.game.Pairing;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The assets of the catalogue as the service for user-generated content has them: the version
/// that match documents refer to, and a later one. Of some assets the former is gone.
///
/// **Source**: `GET discovery-infiniteugc /hi/{kind}/{assetId}`, with `/versions/{versionId}` for
/// one version.
public final class AssetDocuments {

    private static final int GONE_ONE_IN = 7;

    /// What a path calls a kind of asset, in lower case.
    private enum Kind {
        MAPS("map"),
        UGCGAMEVARIANTS("ugcgamevariant"),
        PLAYLISTS("playlist"),
        MAPMODEPAIRS("mapmodepair");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        static Kind of(Asset asset) {
            return switch (asset.kind()) {
                case 2 -> MAPS;
                case 6 -> UGCGAMEVARIANTS;
                case 3 -> PLAYLISTS;
                case 7 -> MAPMODEPAIRS;
                default -> throw new IllegalArgumentException("no asset kind: " + asset.kind());
            };
        }
    }

    private AssetDocuments() {}

    /// The latest version of an asset.
    ///
    /// @param kind what paths call the kind, in any case
    /// @return empty where there is no such asset
    public static Optional<String> latest(String kind, String assetId) {
        return find(kind, assetId).map(asset -> document(asset, latestVersion(asset)));
    }

    /// A version of an asset.
    ///
    /// @param kind what paths call the kind, in any case
    /// @return empty where there is no such asset, or its version is gone
    public static Optional<String> version(String kind, String assetId, String versionId) {
        return find(kind, assetId)
                .filter(asset -> versionId.equals(latestVersion(asset))
                        || (versionId.equals(asset.versionId()) && !isGone(assetId)))
                .map(asset -> document(asset, versionId));
    }

    /// Whether the version that match documents refer to is gone.
    public static boolean isGone(String assetId) {
        return Math.floorMod(assetId.hashCode(), GONE_ONE_IN) == 0;
    }

    private static Optional<Asset> find(String kind, String assetId) {
        return Catalogue.instance().assets().stream()
                .filter(asset -> asset.assetId().equals(assetId))
                .filter(asset -> Kind.of(asset).name().equals(kind.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static String latestVersion(Asset asset) {
        return UUID.nameUUIDFromBytes(("spartanlake/latest/" + asset.assetId()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String document(Asset asset, String versionId) {
        return switch (Kind.of(asset)) {
            case MAPS ->
                new JsonObject()
                        .with(
                                "CustomData",
                                new JsonObject()
                                        .with("NumOfObjectsOnMap", 64)
                                        .with("TagLevelId", asset.assetId().hashCode())
                                        .with("IsBaked", true)
                                        .with("HasNodeGraph", false))
                        .with("Tags", List.of("343i"))
                        .with("PrefabLinks", List.of())
                        .withAll(common(asset, versionId))
                        .toString();
            case UGCGAMEVARIANTS ->
                new JsonObject()
                        .with("CustomData", new JsonObject().with("KeyValues", new JsonObject()))
                        .with("Tags", List.of("343i"))
                        .with("EngineGameVariantLink", null)
                        .withAll(common(asset, versionId))
                        .toString();
            case PLAYLISTS -> playlist(asset, versionId);
            case MAPMODEPAIRS -> {
                Pairing pairing = pairings(asset).getFirst();
                yield new JsonObject()
                        .with("CustomData", new JsonObject())
                        .with("Tags", List.of())
                        .with("MapLink", link(pairing.map()))
                        .with("UgcGameVariantLink", link(pairing.variant()))
                        .withAll(common(asset, versionId))
                        .toString();
            }
        };
    }

    private static String playlist(Asset asset, String versionId) {
        List<Asset> pairs = pairings(asset).stream()
                .map(Pairing::pair)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new JsonObject()
                .with("CustomData", playlistData(pairs))
                .with("Tags", List.of())
                .with(
                        "RotationEntries",
                        pairs.stream()
                                .map(pair -> new JsonObject()
                                        .with("Metadata", weight())
                                        .withAll(link(pair)))
                                .toList())
                .withAll(common(asset, versionId))
                .toString();
    }

    private static JsonObject playlistData(List<Asset> pairs) {
        return new JsonObject()
                .with(
                        "PlaylistEntries",
                        pairs.stream()
                                .map(pair -> new JsonObject()
                                        .with("MapModePairAssetId", pair.assetId())
                                        .with("Metadata", weight()))
                                .toList())
                .with("Strategy", 0)
                .with("MinTeams", 2)
                .with("MinTeamSize", 4)
                .with("MaxTeams", 2)
                .with("MaxTeamSize", 4)
                .with("MaxTeamImbalance", 0)
                .with("MaxSplitscreenPlayersAllowed", 4)
                .with("AllowFriendJoinInProgress", false)
                .with("AllowMatchmakingJoinInProgress", false)
                .with("AllowBotJoinInProgress", false)
                .with("ExitExperienceDurationSec", 30)
                .with("FireteamLeaderKickAllowed", false)
                .with("DisableMidgameChat", false)
                .with("AllowedDeviceInputs", List.of(0))
                .with("BotDifficulty", 0)
                .with("MinFireteamSize", 1)
                .with("MaxFireteamSize", 4);
    }

    private static JsonObject weight() {
        return new JsonObject().with("Weight", 1.0);
    }

    /// The pairings that an asset, a playlist or a pair, is about.
    private static List<Pairing> pairings(Asset asset) {
        Catalogue catalogue = Catalogue.instance();
        return catalogue.playlists().stream()
                .map(catalogue::in)
                .flatMap(List::stream)
                .filter(pairing -> asset.equals(pairing.pair()) || isOf(pairing.playlist(), asset))
                .toList();
    }

    private static boolean isOf(@Nullable Playlist playlist, Asset asset) {
        return playlist != null && playlist.asset().equals(asset);
    }

    private static JsonObject link(Asset asset) {
        return common(asset, asset.versionId());
    }

    private static JsonObject common(Asset asset, String versionId) {
        String path = "/ugcstorage/" + Kind.of(asset).folder + "/" + asset.assetId() + "/" + versionId + "/";
        return new JsonObject()
                .with("AssetId", asset.assetId())
                .with("VersionId", versionId)
                .with("PublicName", asset.publicName())
                .with("Description", "Invented: " + asset.publicName() + ".")
                .with(
                        "Files",
                        new JsonObject()
                                .with("Prefix", "https://blobs-infiniteugc.svc.halowaypoint.com" + path)
                                .with("FileRelativePaths", files(asset))
                                .with("PrefixEndpoint", endpoint(path)))
                .with("Contributors", List.of())
                .with("AssetHome", 1)
                .with("AssetStats", stats())
                .with("InspectionResult", 50)
                .with("CloneBehavior", 0)
                .with("Order", 0);
    }

    private static List<String> files(Asset asset) {
        return Kind.of(asset) == Kind.MAPMODEPAIRS ? List.of() : List.of("images/hero.png", "images/thumbnail.png");
    }

    private static JsonObject endpoint(String path) {
        return new JsonObject()
                .with("AuthorityId", "iUgcFiles")
                .with("Path", path)
                .with("QueryString", null)
                .with("RetryPolicyId", "linearretry")
                .with("TopicName", "")
                .with("AcknowledgementTypeId", 0)
                .with("AuthenticationLifetimeExtensionSupported", false)
                .with("ClearanceAware", false);
    }

    private static JsonObject stats() {
        return new JsonObject()
                .with("PlaysRecent", 190_183)
                .with("PlaysAllTime", 4_485_888)
                .with("Favorites", 387)
                .with("Likes", 0)
                .with("Bookmarks", 0)
                .with("ParentAssetCount", 56)
                .with("AverageRating", 3.5)
                .with("NumberOfRatings", 364);
    }
}
