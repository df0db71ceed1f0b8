package dev.spartanlake.generator.game;

/// A playlist of the matchmaking.
///
/// @param asset its id and names
/// @param experience the code of the experience it belongs to
/// @param weight how often it is played, relative to the others
/// @param venue how players meet in it
public record Playlist(Asset asset, int experience, int weight, Venue venue) {

    /// Whether its matches have ranks. Their documents do not say so.
    public boolean isRanked() {
        return asset.publicName().startsWith("Ranked");
    }
}
