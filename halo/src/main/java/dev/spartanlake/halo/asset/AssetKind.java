package dev.spartanlake.halo.asset;

/// The kinds of assets that matches refer to.
public enum AssetKind {
    /// A map.
    MAP("maps"),
    /// A game variant.
    UGC_GAME_VARIANT("ugcGameVariants"),
    /// A playlist.
    PLAYLIST("playlists"),
    /// A map with a game variant, of a playlist.
    MAP_MODE_PAIR("mapModePairs");

    private final String path;

    AssetKind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
