package dev.spartanlake.commit;

import dev.spartanlake.catalog.Assets;
import dev.spartanlake.document.AssetReference;
import dev.spartanlake.document.MatchInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The maps, playlists and modes that matches were played on, each with the version of its latest match.
final class PlayedAssets {

    /// Of two plays of an asset the later stands, and of two at the same moment the greater version.
    private static final Comparator<Assets.Played> LATEST = Comparator.comparing(Assets.Played::playedAt)
            .thenComparing(Assets.Played::versionId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<String, Assets.Played> played = new HashMap<>();
    private final Map<String, Integer> variantFamilies = new HashMap<>();

    /// Takes in a match.
    void add(MatchInfo info) {
        add(Assets.Kind.MAP, info.mapVariant(), info);
        add(Assets.Kind.PLAYLIST, info.playlist(), info);
        add(Assets.Kind.MAP_MODE_PAIR, info.playlistMapModePair(), info);
        add(Assets.Kind.GAME_VARIANT, info.ugcGameVariant(), info);
        Integer family = info.gameVariantCategory();
        AssetReference variant = info.ugcGameVariant();
        if (family != null && variant != null) {
            variantFamilies.merge(variant.assetId(), family, Math::max);
        }
    }

    private void add(Assets.Kind kind, @Nullable AssetReference asset, MatchInfo info) {
        if (asset != null) {
            Assets.Played now = new Assets.Played(kind, asset.assetId(), asset.versionId(), info.startTime());
            played.merge(kind + asset.assetId(), now, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
        }
    }

    /// The latest play of each asset.
    Collection<Assets.Played> latest() {
        return played.values();
    }

    /// The mode family of each mode variant, by the variant's identifier.
    Map<String, Integer> variantFamilies() {
        return variantFamilies;
    }
}
