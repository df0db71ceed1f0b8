package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.DurabilityJson;
import dev.spartanlake.cli.render.RepairText;
import dev.spartanlake.cli.render.VerificationText;
import dev.spartanlake.repair.RepairPlan;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake repair`: mends what is damaged.
@Command(
        name = "repair",
        description = {
            "Mend what verify finds.",
            "Files are put back from their second copies, rows are derived from their",
            "documents again, and the damaged files are put aside.",
            "What cannot be mended is named; the exit code is 5 then. A warehouse of an",
            "older format is refused until it is upgraded, unless its metadata are damaged."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake repair --dry-run", "  spartanlake repair --wait 1m"})
final class RepairCommand implements Action {

    @Option(
            names = "--dry-run",
            description = "Only find out what is damaged and would be mended; exit code 5 if anything is")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("repair", patience.duration())) {
            return dryRun ? plan(session, warehouse) : mend(session, warehouse);
        }
    }

    private Outcome plan(Session session, Warehouse warehouse) {
        Verification verification = Findings.in(session, warehouse, Depth.DEEP);
        RepairPlan plan = warehouse.planRepair(verification.damage());
        session.report(
                format,
                () -> new VerificationText(verification, warehouse.directory(), session.messages())
                                .text(session.screen())
                        + new RepairText(session.messages()).of(plan),
                () -> DurabilityJson.of(verification, plan, warehouse.directory()));
        return Findings.outcome(verification);
    }

    private static RepairReport repair(Session session, Warehouse warehouse) {
        try (ProgressLine progress = ProgressLine.ofFiles(session)) {
            return warehouse.repair(progress);
        }
    }

    private Outcome mend(Session session, Warehouse warehouse) {
        RepairReport report = repair(session, warehouse);
        session.report(
                format,
                () -> new RepairText(session.messages()).of(report),
                () -> DurabilityJson.of(report, warehouse.directory()));
        return report.isComplete() ? Outcome.DONE : Outcome.DAMAGE_FOUND;
    }
}
