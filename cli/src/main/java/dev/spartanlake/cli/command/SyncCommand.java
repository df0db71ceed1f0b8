package dev.spartanlake.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `spartanlake sync`: brings matches in from the game's services.
@Command(
        name = "sync",
        description = {
            "Bring new matches in from the game's services.",
            "Without --player, those of all tracked players; where nobody is tracked, those",
            "of whoever is signed in. Skill data, highlight events, names and ranks come",
            "with them. What is stored is not asked for again, and what has come is stored",
            "whenever the command ends, also by Ctrl-C: give it again to go on. Another",
            "command that writes is waited for, ten minutes if --wait says nothing else. The",
            "exit code is 1 if something could not be had, 4 if it has to be tried again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake sync",
            "  spartanlake sync --player DemoLarkspur --max-matches 200",
            "  spartanlake sync --dry-run",
            "  spartanlake sync --status"
        })
final class SyncCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Option(
            names = "--player",
            paramLabel = "PLAYER",
            description = "A gamertag or XUID; may be repeated (default: the tracked players)")
    private List<String> players = List.of();

    @Option(names = "--full", description = "Look through the whole history, and ask once more for what did not exist")
    private boolean full;

    @Option(
            names = "--max-matches",
            paramLabel = "N",
            description = "Bring in at most so many matches of each player, the latest first")
    private @Nullable Integer maxMatches;

    @Option(names = "--no-skill", description = "Leave skill data out")
    private boolean noSkill;

    @Option(names = "--no-film", description = "Leave highlight events out")
    private boolean noFilm;

    @Option(names = "--status", description = "Only show how far it has come; nothing is asked of the services")
    private boolean status;

    @Option(names = "--dry-run", description = "Only ask how much there is to bring in; nothing is stored")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        if (maxMatches != null && maxMatches < 1) {
            throw new ParameterException(spec.commandLine(), "--max-matches: expected at least 1, found " + maxMatches);
        }
        if (status && dryRun) {
            throw new ParameterException(spec.commandLine(), "expected --status or --dry-run, found both");
        }
        if (status) {
            return new SyncProgressReport(session, players, format).run();
        }
        SyncRun run = new SyncRun(session, format, options());
        return dryRun ? run.plan() : run.bring();
    }

    private SyncOptions options() {
        return new SyncOptions(players, full, maxMatches, !noSkill, !noFilm, patience.duration());
    }
}
