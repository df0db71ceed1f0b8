package dev.spartanlake.cli.command;

import picocli.CommandLine.Command;

/// `spartanlake import`: the commands that take over what other tools have stored.
@Command(
        name = "import",
        description = "Take over the match history that another tool has stored.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportWorkshopCommand.class, ImportLevelUpCommand.class, ImportSpnkrCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake import workshop 2533270000000001.db",
            "  spartanlake import levelup LevelUp/data",
            "  spartanlake import spnkr dump/",
            "  spartanlake help import workshop"
        })
final class ImportCommand {}
