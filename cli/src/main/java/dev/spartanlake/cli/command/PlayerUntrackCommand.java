package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.match.Xuid;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spartanlake player untrack`: keeps a player's career no more.
@Command(
        name = "untrack",
        description = {
            "Keep a player's career no more.",
            "The matches stay, so that tracking the player again brings it all back.",
            "To take out everything about a player: spartanlake forget"
        },
        footerHeading = "%nExamples:%n",
        footer = "  spartanlake player untrack 2533270000000002")
final class PlayerUntrackCommand implements Action {

    @Parameters(paramLabel = "XUID", description = "The player's Xbox user id, up to 19 digits")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid xuid;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("player untrack", patience.duration())) {
            warehouse.untrack(List.of(xuid));
            session.remark(session.messages().text("player.untracked", xuid));
            return Outcome.DONE;
        }
    }
}
