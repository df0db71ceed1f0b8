package dev.spartanlake.cli.command;

import dev.spartanlake.imports.WorkshopImport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spartanlake import workshop`: takes the database of OpenSpartan Workshop over.
@Command(
        name = "workshop",
        description = {
            "Import the database of OpenSpartan Workshop.",
            "Takes matches, their skill data, names of what was played, service records and",
            "ranks. Workshop may be running, and its files stay as they are. What is stored",
            "already stays, so that the same import may be done again at any time."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake import workshop 2533270000000001.db",
            "  spartanlake import workshop old-history.db --player 2533270000000001",
            "  spartanlake import workshop 2533270000000001.db --dry-run --format json"
        })
final class ImportWorkshopCommand implements Action {

    @Parameters(
            paramLabel = "FILE",
            description = "The database, %%LOCALAPPDATA%%\\OpenSpartan.Workshop\\data\\XUID.db")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path file;

    @Mixin
    private ImportFlags flags = new ImportFlags();

    @Override
    public Outcome run(Session session) {
        return flags.run(
                session,
                "import workshop",
                (warehouse, options, progress) -> WorkshopImport.run(warehouse, file, options, progress));
    }
}
