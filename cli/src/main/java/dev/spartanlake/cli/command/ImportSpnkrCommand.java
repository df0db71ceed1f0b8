package dev.spartanlake.cli.command;

import dev.spartanlake.imports.DumpImport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spartanlake import spnkr`: takes over answers that SPNKr or a similar client dumped.
@Command(
        name = "spnkr",
        description = {
            "Import a folder of answers that SPNKr or a similar client dumped.",
            "Answers are known by what is in them: matches, skill data, names of assets and",
            "players. Skill data do not name their match: the GUID in the name of the file",
            "does, or a match document beside it. Films are named VERSION_MATCH.gzip."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake import spnkr dump/",
            "  spartanlake import spnkr dump/ --player 2533270000000001",
            "  spartanlake import spnkr dump/ --dry-run --format json"
        })
final class ImportSpnkrCommand implements Action {

    @Parameters(paramLabel = "DIR", description = "The folder, with folders and archives in it")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path folder;

    @Mixin
    private ImportFlags flags = new ImportFlags();

    @Override
    public Outcome run(Session session) {
        return flags.run(
                session,
                "import spnkr",
                (warehouse, options, progress) -> DumpImport.run(warehouse, folder, options, progress));
    }
}
