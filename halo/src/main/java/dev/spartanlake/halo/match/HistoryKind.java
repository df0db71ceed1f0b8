package dev.spartanlake.halo.match;

/// Which matches of a history are asked for.
public enum HistoryKind {
    /// All of them.
    ALL("all"),
    /// Those that matchmaking made.
    MATCHMAKING("matchmaking"),
    /// Custom games.
    CUSTOM("custom"),
    /// Games on a local network.
    LOCAL("local");

    private final String query;

    HistoryKind(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }
}
