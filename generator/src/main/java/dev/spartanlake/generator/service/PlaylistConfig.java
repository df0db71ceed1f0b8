package dev.spartanlake.generator.service;

import dev.spartanlake.generator.game.Catalogue;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.json.JsonObject;
import java.util.Optional;

/// What the game's own content says of a playlist, above all whether it has ranks.
///
/// **Source**: `GET gamecms-hacs /hi/multiplayer/file/playlists/assets/{playlistId}.json`
public final class PlaylistConfig {

    private PlaylistConfig() {}

    /// The configuration of a playlist.
    ///
    /// @return empty where there is no such playlist
    public static Optional<String> of(String playlistId) {
        return find(playlistId)
                .map(playlist -> new JsonObject()
                        .with("NameHint", playlist.asset().publicName())
                        .with("UgcPlaylistVersion", playlist.asset().versionId())
                        .with("HasCsr", playlist.isRanked())
                        .with("PlaylistExperience", experience(playlist.experience()))
                        .with("MatchmakingDelaySec", 0)
                        .toString());
    }

    /// Whether there is a playlist of this id, and its matches have ranks.
    public static boolean isRanked(String playlistId) {
        return find(playlistId).filter(Playlist::isRanked).isPresent();
    }

    private static Optional<Playlist> find(String playlistId) {
        return Catalogue.instance().playlists().stream()
                .filter(playlist -> playlist.asset().assetId().equals(playlistId))
                .findFirst();
    }

    private static String experience(int code) {
        return switch (code) {
            case 2 -> "Arena";
            case 3 -> "BTB";
            case 5 -> "Featured";
            case 6 -> "PvE";
            default -> throw new IllegalArgumentException("no experience: " + code);
        };
    }
}
