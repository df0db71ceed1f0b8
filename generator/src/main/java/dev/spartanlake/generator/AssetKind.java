package dev.spartanlake.generator;

/// What kind of thing a document refers to by id, with the number the documents give the kind.
public enum AssetKind {
    /// A map variant.
    MAP(2),
    /// A playlist of the matchmaking.
    PLAYLIST(3),
    /// A mode on a map, as a playlist offers it.
    MAP_MODE_PAIR(7),
    /// A game variant: a mode with its settings.
    GAME_VARIANT(6);

    private final int code;

    AssetKind(int code) {
        this.code = code;
    }

    /// The `AssetKind` number of the documents.
    public int code() {
        return code;
    }

    static AssetKind ofCode(int code) {
        for (AssetKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown asset kind " + code);
    }
}
