package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.backup.MergeReport;
import dev.spartanlake.cli.render.CopyText;
import dev.spartanlake.cli.render.DurabilityJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spartanlake merge`: adds what another warehouse holds.
@Command(
        name = "merge",
        description = {
            "Add what another warehouse holds: matches, tracked players, names, friends.",
            "Of two contents of one match the one that was obtained later stands. Nothing is",
            "changed in the other warehouse, and merging it again changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = "  spartanlake merge /home/other/halo-warehouse")
final class MergeCommand implements Action {

    @Parameters(paramLabel = "OTHER_WAREHOUSE", description = "The directory of the other warehouse")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path other;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("merge", patience.duration())) {
            MergeReport report = warehouse.mergeFrom(other);
            session.report(format, () -> CopyText.of(report, session.messages()), () -> DurabilityJson.of(report));
            return Outcome.DONE;
        }
    }
}
