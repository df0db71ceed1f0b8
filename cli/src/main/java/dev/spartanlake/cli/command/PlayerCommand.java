package dev.spartanlake.cli.command;

import picocli.CommandLine.Command;

/// `spartanlake player`: the commands about players.
@Command(
        name = "player",
        description = "The players whose careers are kept or whose names are known.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PlayerSetCommand.class, PlayerUntrackCommand.class, PlayerListCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake player set 2533270000000001 --gamertag DemoLarkspur", "  spartanlake player list"})
final class PlayerCommand {}
