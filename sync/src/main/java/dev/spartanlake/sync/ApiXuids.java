package dev.spartanlake.sync;

import dev.spartanlake.match.Xuid;
import java.util.Collection;
import java.util.List;

/// Identifiers of players as the client has them.
final class ApiXuids {

    private ApiXuids() {}

    static dev.spartanlake.halo.player.Xuid of(Xuid player) {
        return new dev.spartanlake.halo.player.Xuid(player.value());
    }

    static List<dev.spartanlake.halo.player.Xuid> of(Collection<Xuid> players) {
        return players.stream().map(ApiXuids::of).toList();
    }
}
