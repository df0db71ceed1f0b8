package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.backup.RestoreReport;
import dev.spartanlake.cli.render.CopyText;
import dev.spartanlake.cli.render.DurabilityJson;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spartanlake restore`: makes the warehouse what a backup is.
@Command(
        name = "restore",
        description = {
            "Make the warehouse what a backup is. A damaged backup is refused.",
            "A warehouse that holds something already needs one of the two options."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake restore /media/disk/halo",
            "  spartanlake restore /media/disk/halo --replace",
            "  spartanlake restore /media/disk/halo --merge"
        })
final class RestoreCommand implements Action {

    @Parameters(paramLabel = "SOURCE", description = "The directory of the backup, or any other warehouse")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Path source;

    @ArgGroup
    private @Nullable Choice choice;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    /// What becomes of what the warehouse holds.
    static final class Choice {

        @Option(names = "--replace", required = true, description = "Lose what the warehouse holds now")
        private boolean replace;

        @Option(names = "--merge", required = true, description = "Keep it, and add what the backup holds")
        @SuppressWarnings("UnusedVariable") // the other one of two
        private boolean merge;
    }

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("restore", patience.duration())) {
            RestoreReport report = warehouse.restoreFrom(source, mode());
            session.report(format, () -> CopyText.of(report, session.messages()), () -> DurabilityJson.of(report));
            return Outcome.DONE;
        }
    }

    private RestoreMode mode() {
        if (choice == null) {
            return RestoreMode.INTO_EMPTY;
        }
        return choice.replace ? RestoreMode.REPLACE : RestoreMode.MERGE;
    }
}
