package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players.Tracking;
import dev.spartanlake.cli.render.IngestText;
import dev.spartanlake.cli.render.ReportJson;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestReport.Application;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.ingest.IngestRequest.Mode;
import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spartanlake ingest`: brings match documents in.
@Command(
        name = "ingest",
        description = {
            "Bring match documents into the warehouse.",
            "A document that breaks a rule is refused alone: it goes to quarantine with its",
            "reason, the others go in, and the exit code is 3.",
            "Links in a directory are followed, also out of it; each directory is read once."
        },
        customSynopsis = {"spartanlake ingest [OPTIONS] PATH...", "       spartanlake ingest film [OPTIONS] FILE"},
        subcommands = IngestFilmCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake ingest matches/ --player 2533270000000001",
            "  spartanlake ingest matches.ndjson.gz career.zip --wait 1m",
            "  zstdcat matches.ndjson.zst | spartanlake ingest - --format json",
            "  spartanlake ingest --dry-run --strict matches/"
        })
final class IngestCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    /// None where a subcommand is meant.
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "JSON or NDJSON files, also packed with gzip, zstd or zip; directories of these; or - for "
                    + "standard input. A file that is named like a subcommand is ./film")
    private List<String> paths = List.of();

    @Option(
            names = "--player",
            paramLabel = "XUID",
            description = "Keep this player's career from now on; may be repeated")
    private Set<Xuid> players = Set.of();

    @Option(names = "--strict", description = "Store nothing at all if a document is refused")
    private boolean strict;

    @Option(names = "--dry-run", description = "Read and judge, but change nothing")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        if (paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
        }
        try (Warehouse warehouse = session.warehouse("ingest", patience.duration())) {
            return ingest(session, warehouse);
        }
    }

    private Outcome ingest(Session session, Warehouse warehouse) {
        IngestReport report = report(session, warehouse);
        IngestText text = new IngestText(report, session.messages());
        session.report(format, () -> text.summary() + "\n", () -> ReportJson.of(report));
        text.rejections(warehouse.quarantine()).forEach(session::remark);
        boolean isStored = report.application() == Application.COMMITTED && report.accepted() > 0;
        if (isStored && players.isEmpty() && !isAnybodyTracked(warehouse)) {
            session.messages().text("ingest.nobody-tracked").lines().forEach(session::remark);
        }
        OtherRules.remark(session, warehouse);
        return report.rejected() == 0 ? Outcome.DONE : Outcome.SOME_REFUSED;
    }

    /// Whether there are arguments of its own, which mean nothing to a subcommand.
    boolean isGiven() {
        return !(paths.isEmpty() && players.isEmpty()) || strict || dryRun;
    }

    private IngestReport report(Session session, Warehouse warehouse) {
        try (ProgressLine progress = ProgressLine.of(session)) {
            return warehouse.ingest(new IngestRequest(paths, session.in(), players, mode()), progress);
        }
    }

    private Mode mode() {
        if (dryRun) {
            return Mode.DRY_RUN;
        }
        return strict ? Mode.ALL_OR_NOTHING : Mode.ACCEPT_VALID;
    }

    private static boolean isAnybodyTracked(Warehouse warehouse) {
        return warehouse.players().stream().anyMatch(player -> player.tracking() == Tracking.TRACKED);
    }
}
