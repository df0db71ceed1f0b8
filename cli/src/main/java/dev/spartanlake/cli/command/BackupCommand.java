package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.backup.CopyReport;
import dev.spartanlake.cli.render.CopyText;
import dev.spartanlake.cli.render.DurabilityJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spartanlake backup`: makes another directory a backup of the warehouse.
@Command(
        name = "backup",
        description = {
            "Make a directory a backup of the warehouse, or bring the backup there up to date.",
            "A backup is a warehouse itself. Only files that changed are copied, and all are",
            "read back. Others may write to the warehouse meanwhile."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake backup /media/disk/halo", "  spartanlake backup ../backup --wait 1m --format json"})
final class BackupCommand implements Action {

    @Parameters(
            paramLabel = "TARGET",
            description = "A directory that is not there, is empty, or holds a backup of this warehouse")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path target;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("backup", patience.duration())) {
            CopyReport report = warehouse.backupTo(target);
            session.report(format, () -> CopyText.of(report, session.messages()), () -> DurabilityJson.of(report));
            return Outcome.DONE;
        }
    }
}
