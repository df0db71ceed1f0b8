package dev.spartanlake;

import dev.spartanlake.catalog.Assets;
import dev.spartanlake.match.Xuid;
import java.util.List;

/// What has no name yet.
///
/// @param players participants of stored matches whose gamertag is not known, by identifier
/// @param assets maps, playlists, pairings and variants that were played, each with the version played last
/// @param playlists playlists that were played and of which it is not known whether they have ranks
public record Unnamed(List<Xuid> players, List<Assets.Unnamed> assets, List<String> playlists) {

    static final Unnamed NOTHING = new Unnamed(List.of(), List.of(), List.of());

    /// Copies the lists.
    public Unnamed {
        players = List.copyOf(players);
        assets = List.copyOf(assets);
        playlists = List.copyOf(playlists);
    }
}
