package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players.Friend;
import dev.spartanlake.match.Xuid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spartanlake friend add`: adds a friend, or adds to what is known about one.
@Command(
        name = "add",
        description = "Add a friend of a player, or add to what is known about one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake friend add 2533270000000001 2533270000000002",
            "  spartanlake friend add 2533270000000001 2533270000000002 --nickname Meri"
        })
final class FriendAddCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OWNER", description = "The XUID of the player who has the friend")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid owner;

    @Parameters(index = "1", paramLabel = "FRIEND", description = "The XUID of the friend")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid friend;

    @Option(names = "--gamertag", paramLabel = "NAME", description = "The friend's name")
    private @Nullable String gamertag;

    @Option(names = "--nickname", paramLabel = "NAME", description = "What the player calls the friend")
    private @Nullable String nickname;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        if (owner.equals(friend)) {
            throw new ParameterException(
                    spec.commandLine(), "expected two players, found " + owner + " for OWNER and FRIEND");
        }
        try (Warehouse warehouse = session.warehouse("friend add", patience.duration())) {
            warehouse.befriend(owner, new Friend(friend, gamertag, nickname));
        }
        session.remark(session.messages().text("friend.added", owner, friend));
        return Outcome.DONE;
    }
}
