package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.match.Xuid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spartanlake friend remove`: removes a friend.
@Command(
        name = "remove",
        description = "Remove a friend of a player; the exit code is 1 when there is no such friend.",
        footerHeading = "%nExamples:%n",
        footer = "  spartanlake friend remove 2533270000000001 2533270000000002")
final class FriendRemoveCommand implements Action {

    @Parameters(index = "0", paramLabel = "OWNER", description = "The XUID of the player who has the friend")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid owner;

    @Parameters(index = "1", paramLabel = "FRIEND", description = "The XUID of the friend")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid friend;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("friend remove", patience.duration())) {
            boolean removed = warehouse.unfriend(owner, friend);
            session.remark(session.messages().text(removed ? "friend.removed" : "friend.unknown", owner, friend));
            return removed ? Outcome.DONE : Outcome.NOTHING_FOUND;
        }
    }
}
