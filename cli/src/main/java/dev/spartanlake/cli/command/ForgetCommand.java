package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.ReportJson;
import dev.spartanlake.erasure.ErasureReport;
import dev.spartanlake.match.Xuid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake forget`: takes everything about a player out of the warehouse.
@Command(
        name = "forget",
        description = {
            "Take everything about a player out of the warehouse, for good.",
            "The player's career goes, with the matches that are stored for this player",
            "alone; the player's entry is cut from the matches of others. Everything is",
            "searched afterwards; the exit code is 1 if a trace is left. What the warehouse",
            "keeps in backups and damaged goes too, unless the player is nowhere in them",
            "and was not known here; backups elsewhere are not touched.",
            "That the player was forgotten is forgotten, too: ingesting a match of the",
            "player again, or merging a warehouse or backup that has one, brings the",
            "player's entry back."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake forget --player 2533270000000002",
            "  spartanlake forget --player 2533270000000002 --format json"
        })
final class ForgetCommand implements Action {

    @Option(names = "--player", paramLabel = "XUID", required = true, description = "The player's Xbox user id")
    @SuppressWarnings("NullAway.Init") // set by the parser
    private Xuid player;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("forget", patience.duration())) {
            ErasureReport report = warehouse.forget(player);
            switch (format) {
                case TEXT -> tell(session, report);
                case JSON -> session.answer(ReportJson.of(report));
            }
            return report.isComplete() ? Outcome.DONE : Outcome.INCOMPLETE;
        }
    }

    private static void tell(Session session, ErasureReport report) {
        Messages messages = session.messages();
        if (!report.wasKnown()) {
            session.answer(messages.text("forget.unknown", report.player()) + "\n");
            return;
        }
        session.answer(messages.text(
                        "forget.summary",
                        report.player(),
                        messages.counted("forget.removed", report.matchesRemoved()),
                        messages.counted("forget.rewritten", report.matchesRewritten()),
                        messages.counted("forget.quarantine", report.quarantineRemoved()))
                + "\n");
        session.remark(messages.text("forget.comes-back", report.player()));
        report.keptDeleted().forEach(place -> session.remark(messages.text("forget.kept-deleted", place)));
        report.placesLeft().forEach(place -> session.remark(messages.text("forget.left", report.player(), place)));
    }
}
