package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseStatus;
import dev.spartanlake.cli.render.ReportJson;
import dev.spartanlake.cli.render.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake status`: the warehouse at a glance.
@Command(
        name = "status",
        description = "Show what is in the warehouse, at a glance.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake status", "  spartanlake status --warehouse spartanlake-demo --format json"})
final class StatusCommand implements Action {

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the answer (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("status")) {
            WarehouseStatus status = warehouse.status();
            session.report(
                    format,
                    () -> new StatusText(status, session.messages()).text(warehouse.quarantine(), session.screen()),
                    () -> ReportJson.of(status));
            OtherRules.remark(session, warehouse);
            return Outcome.DONE;
        }
    }
}
