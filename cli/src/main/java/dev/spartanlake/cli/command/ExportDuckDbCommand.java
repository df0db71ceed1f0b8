package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.export.Existing;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spartanlake export duckdb`.
@Command(
        name = "duckdb",
        description = {
            "Write a DuckDB database that shows the warehouse to any DuckDB.",
            "It has views of its files, the view matches with names, and a copy of the",
            "metadata as schema meta.",
            "It is a snapshot: after the next ingest, export again. It holds no matches",
            "itself and needs the warehouse to stay where it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake export duckdb halo.duckdb", "  spartanlake export duckdb halo.duckdb --force --lang fr"
        })
final class ExportDuckDbCommand implements Action {

    @Parameters(paramLabel = "FILE", description = "The database to write")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path file;

    @Option(names = "--force", description = "Replace the file if it is there already")
    private boolean force;

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("export")) {
            warehouse.exportDuckDb(file, force ? Existing.REPLACE : Existing.KEEP, session.language());
        }
        session.remark(session.messages().text("export.duckdb", file));
        return Outcome.DONE;
    }
}
