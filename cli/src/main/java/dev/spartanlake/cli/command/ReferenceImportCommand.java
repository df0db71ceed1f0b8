package dev.spartanlake.cli.command;

import dev.spartanlake.ReferenceFiles;
import dev.spartanlake.ReferenceReport;
import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.ReferenceText;
import dev.spartanlake.cli.render.ReportJson;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `spartanlake reference import`: takes names and descriptions from files.
@Command(
        name = "import",
        description = {
            "Import reference files.",
            "An entry that breaks a rule is reported with its place, the others go in; what",
            "is known already stays unless a file says otherwise."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake reference import --playlists Playlist_modes_translations.json",
            "  spartanlake reference import --medals-en en.json --medals-fr fr.json"
        })
final class ReferenceImportCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Option(names = "--playlists", paramLabel = "FILE", description = "Playlists, modes and categories, en and fr")
    private @Nullable Path playlists;

    @Option(names = "--medals-en", paramLabel = "FILE", description = "English names of medals")
    private @Nullable Path medalsEn;

    @Option(names = "--medals-fr", paramLabel = "FILE", description = "French names of medals")
    private @Nullable Path medalsFr;

    @Option(names = "--medal-metadata", paramLabel = "FILE", description = "The game's own description of its medals")
    private @Nullable Path medalMetadata;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        ReferenceFiles files = new ReferenceFiles(playlists, medalsEn, medalsFr, medalMetadata);
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "nothing to import: expected --playlists, --medals-en, --medals-fr or --medal-metadata");
        }
        ReferenceReport report = imported(session, files);
        ReferenceText text = new ReferenceText(report, session.messages());
        session.report(format, () -> text.summary() + "\n", () -> ReportJson.of(report));
        text.rejections().forEach(session::remark);
        return report.rejections().isEmpty() ? Outcome.DONE : Outcome.SOME_REFUSED;
    }

    private ReferenceReport imported(Session session, ReferenceFiles files) {
        try (Warehouse warehouse = session.warehouse("reference import", patience.duration())) {
            return warehouse.importReference(files);
        }
    }
}
