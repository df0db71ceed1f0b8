package dev.spartanlake.cli.command;

import picocli.CommandLine.Command;

/// `spartanlake friend`: the commands about friends.
@Command(
        name = "friend",
        description = "The friends of a player.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FriendAddCommand.class, FriendListCommand.class, FriendRemoveCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake friend add 2533270000000001 2533270000000002 --nickname Meri",
            "  spartanlake friend list 2533270000000001"
        })
final class FriendCommand {}
