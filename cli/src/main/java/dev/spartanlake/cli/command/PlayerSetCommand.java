package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.match.Xuid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spartanlake player set`: names a player, or keeps the player's career.
@Command(
        name = "set",
        description = {
            "Name a player, or keep the player's career.",
            "Matches that are stored already become part of the career."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake player set 2533270000000001 --gamertag DemoLarkspur",
            "  spartanlake player set 2533270000000002 --track"
        })
final class PlayerSetCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Parameters(paramLabel = "XUID", description = "The player's Xbox user id, up to 19 digits")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid xuid;

    @Option(names = "--gamertag", paramLabel = "NAME", description = "The player's name")
    private @Nullable String gamertag;

    @Option(names = "--track", description = "Keep the player's career from now on")
    private boolean track;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        if (gamertag == null && !track) {
            throw new ParameterException(
                    spec.commandLine(), "nothing to set: expected --gamertag NAME, --track or both");
        }
        if (gamertag != null && gamertag.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--gamertag: expected a name, found none");
        }
        try (Warehouse warehouse = session.warehouse("player set", patience.duration())) {
            if (gamertag != null) {
                warehouse.namePlayer(xuid, gamertag);
                session.remark(session.messages().text("player.named", xuid, gamertag));
            }
            if (track) {
                warehouse.track(List.of(xuid));
                session.remark(session.messages().text("player.tracked", xuid));
            }
            return Outcome.DONE;
        }
    }
}
