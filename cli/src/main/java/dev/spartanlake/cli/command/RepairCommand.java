package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.DurabilityJson;
import dev.spartanlake.cli.render.RepairText;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.verify.Depth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake repair`: mends what is damaged.
@Command(
        name = "repair",
        description = {
            "Mend what verify finds: put files back from their second copies, derive rows",
            "from their documents again, and put the damaged files aside.",
            "What cannot be mended is named; the exit code is 5 then. A warehouse of an",
            "older format is refused until it is upgraded, unless its metadata are damaged."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake repair --dry-run", "  spartanlake repair --wait 1m"})
final class RepairCommand implements Action {

    @Option(names = "--dry-run", description = "Only find out what is damaged; the exit code is 5 if anything is")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("repair", patience.duration())) {
            return dryRun ? Findings.show(session, warehouse, Depth.DEEP, format) : mend(session, warehouse);
        }
    }

    private Outcome mend(Session session, Warehouse warehouse) {
        RepairReport report = warehouse.repair();
        session.answer(format.of(
                () -> new RepairText(report, session.messages()).text(),
                () -> DurabilityJson.of(report, warehouse.directory())));
        return report.isComplete() ? Outcome.DONE : Outcome.DAMAGE_FOUND;
    }
}
