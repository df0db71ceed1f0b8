package dev.spartanlake.cli.command;

import picocli.CommandLine.Command;

/// `spartanlake reference`: the commands about names of playlists, modes and medals.
@Command(
        name = "reference",
        description = "Names and descriptions of playlists, modes and medals.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ReferenceImportCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake reference import --playlists Playlist_modes_translations.json",
            "  spartanlake help reference import"
        })
final class ReferenceCommand {}
