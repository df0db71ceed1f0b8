package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.catalog.Players.Tracking;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.RowFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake player list`: who is known.
@Command(
        name = "list",
        description = "List the players whose careers are kept or whose names are known.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake player list", "  spartanlake player list --format json"})
final class PlayerListCommand implements Action {

    private static final List<String> COLUMNS = List.of("xuid", "gamertag", "tracked", "last_seen_at");

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
            session.remark(session.messages().text("player.none"));
        }
        return Outcome.DONE;
    }

    private static List<List<@Nullable Object>> rows(Session session) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Warehouse warehouse = session.warehouse("player list")) {
            for (Players.Player player : warehouse.players()) {
                rows.add(Arrays.asList(
                        player.xuid().text(),
                        player.gamertag(),
                        player.tracking() == Tracking.TRACKED,
                        player.lastSeenAt()));
            }
        }
        return rows;
    }
}
