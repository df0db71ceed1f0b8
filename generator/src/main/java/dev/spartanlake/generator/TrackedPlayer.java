package dev.spartanlake.generator;

/// An invented player whose career is told.
///
/// @param xuid their Xbox user id; the plans made here use ids below every one ever given out
/// @param gamertag their name, which no document contains
public record TrackedPlayer(long xuid, String gamertag) {

    /// Checks that both are given.
    ///
    /// @throws IllegalArgumentException when the xuid is not positive or the gamertag is blank
    public TrackedPlayer {
        if (xuid <= 0) {
            throw new IllegalArgumentException("the xuid of a tracked player must be positive, found " + xuid);
        }
        if (gamertag.isBlank()) {
            throw new IllegalArgumentException("the gamertag of tracked player " + xuid + " must not be blank");
        }
    }
}
