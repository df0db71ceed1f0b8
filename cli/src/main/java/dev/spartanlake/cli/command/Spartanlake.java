package dev.spartanlake.cli.command;

import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Duels;
import dev.spartanlake.analytics.question.Competition;
import dev.spartanlake.analytics.question.Opposition;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.cli.export.ExportFormat;
import dev.spartanlake.cli.question.HoursCommand;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.match.MatchOutcome;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line as a whole: its subcommands, and the options they all have.
@Command(
        name = "spartanlake",
        description = "Keeps your whole Halo Infinite match history on your own disk, and answers questions about it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake demo",
            "  spartanlake sync",
            "  spartanlake ingest matches/ --player 2533270000000001",
            "  spartanlake stats --last 30d",
            "  spartanlake sql \"SELECT count(*) FROM matches\"",
            "  spartanlake help ingest",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some input was refused,",
            "4 lock, disk, memory or network, 5 damage found, 70 defect of SpartanLake"
        })
public final class Spartanlake {

    private static final int OPTION_COLUMNS = 28;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The warehouse (default: $SPARTANLAKE_HOME, else your user data directory)")
    private @Nullable Path warehouse;

    @Option(
            names = "--lang",
            paramLabel = "en|fr",
            scope = ScopeType.INHERIT,
            description = "The language of names, answers and remarks; help and error messages are in English "
                    + "(default: the configured display.language, which is yours if it is one of these)")
    private @Nullable Language language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit")
    @SuppressWarnings("UnusedVariable") // the parser looks at its own record of it
    private boolean helpRequested;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show the version and exit")
    @SuppressWarnings("UnusedVariable") // likewise
    private boolean versionRequested;

    /// The parser of all commands, ready for arguments. Nothing is opened or loaded for it but the parser
    /// itself.
    ///
    /// @param options takes the options that all commands have
    public static CommandLine parser(Spartanlake options) {
        return parser(options, Subcommands.names());
    }

    /// A parser of as few commands as do for some arguments: a command that they name, or all.
    ///
    /// @param options takes the options that all commands have
    public static CommandLine parserFor(String[] arguments, Spartanlake options) {
        return Subcommands.areListedFor(arguments) ? list(options) : parser(options, Subcommands.neededFor(arguments));
    }

    private static CommandLine list(Spartanlake options) {
        CommandLine parser = parser(options, List.of());
        Subcommands.names().forEach(name -> parser.addSubcommand(name, Subcommands.summary(name)));
        return parser.setUsageHelpLongOptionsMaxWidth(OPTION_COLUMNS);
    }

    private static CommandLine parser(Spartanlake options, Collection<String> commands) {
        CommandLine parser = new CommandLine(options);
        commands.forEach(name -> parser.addSubcommand(name, Subcommands.of(name)));
        parser.registerConverter(Language.class, ArgumentText::language);
        parser.registerConverter(Duration.class, ArgumentText::duration);
        parser.registerConverter(Path.class, ArgumentText::path);
        parser.registerConverter(Xuid.class, ArgumentText::xuid);
        register(parser, ReportFormat.class);
        register(parser, RowFormat.class);
        register(parser, ExportFormat.class);
        register(parser, Competition.class);
        register(parser, Opposition.class);
        register(parser, MatchOutcome.class);
        register(parser, MedalTotals.Order.class);
        register(parser, SessionList.Order.class);
        register(parser, Duels.Order.class);
        parser.registerConverter(Dimension.class, ArgumentText.oneOf(HoursCommand.UNITS));
        parser.setUsageHelpLongOptionsMaxWidth(OPTION_COLUMNS);
        return parser;
    }

    private static <E extends Enum<E>> void register(CommandLine parser, Class<E> choices) {
        parser.registerConverter(choices, ArgumentText.oneOf(choices));
    }

    /// The warehouse that was named; null to use the default.
    public @Nullable Path warehouse() {
        return warehouse;
    }

    /// The language that was named; null to use the user's.
    @Nullable
    Language language() {
        return language;
    }
}
