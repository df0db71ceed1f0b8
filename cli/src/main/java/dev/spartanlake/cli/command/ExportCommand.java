package dev.spartanlake.cli.command;

import picocli.CommandLine.Command;

/// `spartanlake export`: the commands that write files for other programs.
@Command(
        name = "export",
        description = {
            "Write rows to a file for other programs.",
            "The file is CSV, JSON, NDJSON, Parquet or Excel, or a DuckDB database that looks",
            "into the warehouse. Commands that answer questions, such as stats, write their",
            "answer to a file with --out."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ExportQueryCommand.class, ExportTableCommand.class, ExportDuckDbCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake export table matches matches.xlsx",
            "  spartanlake export query \"SELECT map_name, kda FROM matches\" kda.csv",
            "  spartanlake export duckdb halo.duckdb",
            "  spartanlake stats --out stats.json"
        })
final class ExportCommand {}
