package dev.spartanlake.cli.command;

import dev.spartanlake.imports.LevelUpImport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spartanlake import levelup`: takes over what LevelUp has stored.
@Command(
        name = "levelup",
        description = {
            "Import what LevelUp has stored.",
            "Its raw databases hold documents and are imported as those of Workshop. Its",
            "Parquet warehouse holds figures only, from which no match can be stored: names",
            "are taken, and the matches that are missing are counted and, with --format",
            "json, listed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake import levelup spnkr_gt_DemoLarkspur.db",
            "  spartanlake import levelup LevelUp/data --player 2533270000000001",
            "  spartanlake import levelup LevelUp/data --dry-run --format json"
        })
final class ImportLevelUpCommand implements Action {

    @Parameters(paramLabel = "PATH", description = "A raw database, a warehouse, or a folder with any of them")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path path;

    @Mixin
    private ImportFlags flags = new ImportFlags();

    @Override
    public Outcome run(Session session) {
        return flags.run(
                session,
                "import levelup",
                (warehouse, options, progress) -> LevelUpImport.run(warehouse, path, options, progress));
    }
}
