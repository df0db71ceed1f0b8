package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Something the documents refer to by id.
///
/// @param kind the number the documents give the kind: 2 map, 3 playlist, 6 game variant, 7 map-mode pair
/// @param assetId its id
/// @param versionId the id of its version
/// @param publicName its English name
/// @param nameFr its French name; maps keep their English one
/// @param reference the three-member object that stands for it in a document
public record Asset(int kind, String assetId, String versionId, String publicName, String nameFr, Fragment reference) {

    static final int MAP = 2;
    static final int PLAYLIST = 3;
    static final int GAME_VARIANT = 6;
    static final int MAP_MODE_PAIR = 7;

    static Asset invented(int kind, String publicName, String nameFr) {
        return known(kind, inventedId("asset/" + kind + "/" + publicName), publicName, nameFr);
    }

    static Asset known(int kind, String assetId, String publicName, String nameFr) {
        String versionId = inventedId("version/" + kind + "/" + publicName);
        String reference =
                "{\"AssetKind\":" + kind + ",\"AssetId\":\"" + assetId + "\",\"VersionId\":\"" + versionId + "\"}";
        return new Asset(kind, assetId, versionId, publicName, nameFr, Fragment.value(reference));
    }

    /// A UUID made from a name, the same in every career.
    static String inventedId(String name) {
        return UUID.nameUUIDFromBytes(("spartanlake/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
