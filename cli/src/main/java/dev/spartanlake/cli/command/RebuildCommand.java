package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.ReportJson;
import dev.spartanlake.repair.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake rebuild`: derives every row again.
@Command(
        name = "rebuild",
        description = {
            "Derive every row of every table from the stored documents again.",
            "Files whose content stays the same are not touched."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake rebuild", "  spartanlake rebuild --wait 1m --format json"})
final class RebuildCommand implements Action {

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("rebuild", patience.duration())) {
            Rebuild.Report report = warehouse.rebuild();
            Messages messages = session.messages();
            session.report(
                    format,
                    () -> messages.counted("rebuild.matches", report.matches())
                            + messages.counted("rebuild.files", report.partitionsWritten()) + "\n",
                    () -> ReportJson.of(report));
            OtherRules.remark(session, warehouse);
            return Outcome.DONE;
        }
    }
}
