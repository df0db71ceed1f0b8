package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.catalog.Players.Tracking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `spartanlake player list`: who is known.
@Command(
        name = "list",
        description = "List the players whose careers are kept or whose names are known.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake player list", "  spartanlake player list --format json"})
final class PlayerListCommand extends Listing {

    PlayerListCommand() {
        super("player list", List.of("xuid", "gamertag", "tracked", "last_seen_at"));
    }

    @Override
    List<List<@Nullable Object>> rows(Warehouse warehouse) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Players.Player player : warehouse.players()) {
            rows.add(Arrays.asList(
                    player.xuid().text(),
                    player.gamertag(),
                    player.tracking() == Tracking.TRACKED,
                    player.lastSeenAt()));
        }
        return rows;
    }

    @Override
    String none(Session session) {
        return session.messages().text("player.none");
    }
}
