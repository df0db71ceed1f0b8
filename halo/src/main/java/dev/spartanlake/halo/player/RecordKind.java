package dev.spartanlake.halo.player;

/// Which matches a service record is about.
public enum RecordKind {
    /// Those that matchmaking made.
    MATCHMADE("matchmade"),
    /// Custom games.
    CUSTOM("custom"),
    /// Games on a local network.
    LOCAL("local");

    private final String path;

    RecordKind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
