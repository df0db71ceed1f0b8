package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.RecomputeReport;
import dev.spartanlake.cli.render.RecomputeReport.Application;
import dev.spartanlake.repair.Recomputation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake recompute`: applies another session gap or other score weights.
@Command(
        name = "recompute",
        description = {
            "Make all sessions and scores anew, by the rules that are configured now.",
            "The rules are session.gap and score.weights. A warehouse keeps those it was",
            "made with until then, whatever is configured where matches are brought in.",
            "It is one commit; where everything is so already, nothing is written."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake recompute --dry-run", "  spartanlake recompute --wait 1m"})
final class RecomputeCommand implements Action {

    @Option(names = "--dry-run", description = "Only say what would change")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("recompute", patience.duration())) {
            Recomputation.Report found = dryRun ? warehouse.previewRecompute() : warehouse.recompute();
            RecomputeReport report = new RecomputeReport(found, application(found));
            session.answer(
                    switch (format) {
                        case TEXT -> report.text(session.messages());
                        case JSON -> report.json();
                    });
            return Outcome.DONE;
        }
    }

    private Application application(Recomputation.Report found) {
        if (!found.isChange()) {
            return Application.UNCHANGED;
        }
        return dryRun ? Application.DRY_RUN : Application.COMMITTED;
    }
}
