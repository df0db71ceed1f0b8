package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players.Friend;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `spartanlake friend list`: the friends of a player.
@Command(
        name = "list",
        description = "List the friends of a player.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake friend list 2533270000000001",
            "  spartanlake friend list 2533270000000001 --format csv"
        })
final class FriendListCommand extends Listing {

    @Parameters(paramLabel = "OWNER", description = "The XUID of the player")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid owner;

    FriendListCommand() {
        super("friend list", List.of("xuid", "gamertag", "nickname"));
    }

    @Override
    List<List<@Nullable Object>> rows(Warehouse warehouse) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Friend friend : warehouse.friends(owner)) {
            rows.add(Arrays.asList(friend.xuid().text(), friend.gamertag(), friend.nickname()));
        }
        return rows;
    }

    @Override
    String none(Session session) {
        return session.messages().text("friend.none", owner);
    }
}
