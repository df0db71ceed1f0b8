package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.ImportText;
import dev.spartanlake.cli.render.ReportJson;
import dev.spartanlake.cli.settings.Setting;
import dev.spartanlake.imports.ImportOptions;
import dev.spartanlake.imports.ImportOptions.Mode;
import dev.spartanlake.imports.ImportProgress;
import dev.spartanlake.imports.ImportReport;
import dev.spartanlake.match.Xuid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that all imports have, and what all of them do.
final class ImportFlags {

    @Option(
            names = "--player",
            paramLabel = "XUID",
            description = "Whose history it is, and whose career is kept from now on (default: what the source says)")
    private @Nullable Xuid player;

    @Option(names = "--dry-run", description = "Read and judge, but change nothing")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    /// Runs an import and reports what came of it.
    Outcome run(Session session, String command, Import run) {
        try (Warehouse warehouse = session.warehouse(command, patience.duration())) {
            ImportReport report = report(session, warehouse, run);
            ImportText text = new ImportText(report, session.messages());
            session.report(format, () -> text.summary() + "\n", () -> ReportJson.of(report));
            text.remarks(warehouse.quarantine()).forEach(session::remark);
            OtherRules.remark(session, warehouse);
            return report.refused() == 0 ? Outcome.DONE : Outcome.SOME_REFUSED;
        }
    }

    private ImportReport report(Session session, Warehouse warehouse, Import run) {
        ImportOptions options = ImportOptions.standard()
                .withPlayer(player)
                .with(dryRun ? Mode.DRY_RUN : Mode.COMMIT)
                .withCommitBytes(session.configuration().value(Setting.COMMIT_SIZE))
                .withStop(session.surroundings().stop());
        try (ProgressLine progress = ProgressLine.of(session)) {
            return run.run(warehouse, options, progress);
        }
    }

    /// An import.
    @FunctionalInterface
    interface Import {
        ImportReport run(Warehouse warehouse, ImportOptions options, ImportProgress progress);
    }
}
