package dev.spartanlake.cli.command;

import dev.spartanlake.cli.question.CompareCommand;
import dev.spartanlake.cli.question.CsrCommand;
import dev.spartanlake.cli.question.DistributionCommand;
import dev.spartanlake.cli.question.DuelsCommand;
import dev.spartanlake.cli.question.HoursCommand;
import dev.spartanlake.cli.question.KillfeedCommand;
import dev.spartanlake.cli.question.MapsCommand;
import dev.spartanlake.cli.question.MatchCommand;
import dev.spartanlake.cli.question.MatchesCommand;
import dev.spartanlake.cli.question.MatchmakingCommand;
import dev.spartanlake.cli.question.MedalsCommand;
import dev.spartanlake.cli.question.ModesCommand;
import dev.spartanlake.cli.question.OpeningsCommand;
import dev.spartanlake.cli.question.PlaylistsCommand;
import dev.spartanlake.cli.question.RecordsCommand;
import dev.spartanlake.cli.question.RivalsCommand;
import dev.spartanlake.cli.question.SessionsCommand;
import dev.spartanlake.cli.question.StatsCommand;
import dev.spartanlake.cli.question.StreaksCommand;
import dev.spartanlake.cli.question.TeammatesCommand;
import dev.spartanlake.cli.question.TimelineCommand;
import dev.spartanlake.cli.question.TrendsCommand;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The commands by name, in the order of the help.
///
/// The parser looks at a command by reflection, which for all of them takes a third of a short command's time. So it is
/// given the one that the arguments name, where they clearly do.
final class Subcommands {

    private static final Map<String, Class<?>> ALL = all();

    /// They look at all the others.
    private static final Set<String> ABOUT_OTHERS = Set.of("help", "completion");

    /// The options before a command whose value is the next argument.
    private static final Set<String> WITH_VALUE = Set.of("--warehouse", "--lang");

    private static final Set<String> HELP = Set.of("-h", "--help");
    private static final Set<String> VERSION = Set.of("-V", "--version");

    private Subcommands() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("demo", DemoCommand.class);
        all.put("login", LoginCommand.class);
        all.put("whoami", WhoamiCommand.class);
        all.put("logout", LogoutCommand.class);
        all.put("sync", SyncCommand.class);
        all.put("ingest", IngestCommand.class);
        all.put("import", ImportCommand.class);
        all.put("stats", StatsCommand.class);
        all.put("matches", MatchesCommand.class);
        all.put("match", MatchCommand.class);
        all.put("killfeed", KillfeedCommand.class);
        all.put("maps", MapsCommand.class);
        all.put("playlists", PlaylistsCommand.class);
        all.put("modes", ModesCommand.class);
        all.put("hours", HoursCommand.class);
        all.put("trends", TrendsCommand.class);
        all.put("compare", CompareCommand.class);
        all.put("streaks", StreaksCommand.class);
        all.put("records", RecordsCommand.class);
        all.put("sessions", SessionsCommand.class);
        all.put("medals", MedalsCommand.class);
        all.put("teammates", TeammatesCommand.class);
        all.put("rivals", RivalsCommand.class);
        all.put("duels", DuelsCommand.class);
        all.put("openings", OpeningsCommand.class);
        all.put("timeline", TimelineCommand.class);
        all.put("csr", CsrCommand.class);
        all.put("matchmaking", MatchmakingCommand.class);
        all.put("distribution", DistributionCommand.class);
        all.put("sql", SqlCommand.class);
        all.put("shell", ShellCommand.class);
        all.put("export", ExportCommand.class);
        all.put("status", StatusCommand.class);
        all.put("player", PlayerCommand.class);
        all.put("friend", FriendCommand.class);
        all.put("reference", ReferenceCommand.class);
        all.put("verify", VerifyCommand.class);
        all.put("repair", RepairCommand.class);
        all.put("backup", BackupCommand.class);
        all.put("restore", RestoreCommand.class);
        all.put("merge", MergeCommand.class);
        all.put("rebuild", RebuildCommand.class);
        all.put("recompute", RecomputeCommand.class);
        all.put("upgrade", UpgradeCommand.class);
        all.put("forget", ForgetCommand.class);
        all.put("config", ConfigCommand.class);
        all.put("completion", CompletionCommand.class);
        all.put("help", HelpCommand.class);
        return all;
    }

    /// The class of a command.
    static Class<?> of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /// What the list of commands says of one, without its options.
    static CommandSpec summary(String name) {
        Command command = Objects.requireNonNull(of(name).getAnnotation(Command.class), name);
        CommandSpec summary = CommandSpec.create().name(name);
        summary.usageMessage()
                .header(command.header())
                .description(command.description())
                .hidden(command.hidden());
        return summary;
    }

    /// Whether arguments ask for the list of commands and for nothing else.
    static boolean areListedFor(String[] arguments) {
        return arguments.length == 1 && HELP.contains(arguments[0]);
    }

    /// All names.
    static Collection<String> names() {
        return ALL.keySet();
    }

    /// The names of the commands that arguments can be about: one, or none, or all.
    static Collection<String> neededFor(String[] arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            return List.of();
        }
        int first = 0;
        while (first < arguments.length && WITH_VALUE.contains(arguments[first])) {
            if (first + 1 < arguments.length && ALL.containsKey(arguments[first + 1])) {
                return names();
            }
            first += 2;
        }
        String name = first < arguments.length ? arguments[first] : "";
        return ALL.containsKey(name) && !ABOUT_OTHERS.contains(name) ? List.of(name) : names();
    }
}
