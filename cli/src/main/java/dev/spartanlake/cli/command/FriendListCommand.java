package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players.Friend;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
final class FriendListCommand implements Action {

    private static final List<String> COLUMNS = List.of("xuid", "gamertag", "nickname");

    @Parameters(paramLabel = "OWNER", description = "The XUID of the player")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid owner;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the answer: table, json, csv or markdown (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Override
    public Outcome run(Session session) {
        List<List<@Nullable Object>> rows = rows(session);
        session.answer(format.render(new Grid(COLUMNS, rows), session.screen()));
        if (rows.isEmpty()) {
            session.remark(session.messages().text("friend.none", owner));
        }
        return Outcome.DONE;
    }

    private List<List<@Nullable Object>> rows(Session session) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Warehouse warehouse = session.warehouse("friend list")) {
            for (Friend friend : warehouse.friends(owner)) {
                rows.add(Arrays.asList(friend.xuid().text(), friend.gamertag(), friend.nickname()));
            }
        }
        return rows;
    }
}
