package dev.spartanlake.cli.question;

import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.Analytics.Answers;
import dev.spartanlake.analytics.question.Competition;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Opposition;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.cli.command.Session;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.match.MatchOutcome;
import dev.spartanlake.match.Xuid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options that say which matches a question is about.
final class Selection {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Option(
            names = "--player",
            paramLabel = "PLAYER",
            description = "Whose matches, by gamertag or XUID (default: the only tracked player)")
    private @Nullable String player;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "From this year, month or day on: 2025, 2025-01, 2025-01-31")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "To the end of this year, month or day")
    private @Nullable String to;

    @Option(names = "--last", paramLabel = "LENGTH", description = "The last 24h, 30d, 12w, 6m or 1y")
    private @Nullable String last;

    @Option(names = "--playlist", paramLabel = "NAME", description = "In this playlist, by name or id")
    private @Nullable String playlist;

    @Option(names = "--map", paramLabel = "NAME", description = "On this map, by name or id")
    private @Nullable String map;

    @Option(names = "--mode", paramLabel = "NAME", description = "In this mode, by name or id")
    private @Nullable String mode;

    @Option(names = "--category", paramLabel = "NAME", description = "In modes of this category")
    private @Nullable String category;

    @Option(names = "--season", paramLabel = "NAME", description = "In this season, such as Season5")
    private @Nullable String season;

    @Option(
            names = "--competition",
            paramLabel = "KIND",
            description = "ranked, social, custom or any matches (default: any)")
    private Competition competition = Competition.ANY;

    @Option(
            names = "--opposition",
            paramLabel = "KIND",
            description = "Against players (pvp), the environment (pve) or any (default: pvp)")
    private Opposition opposition = Opposition.PVP;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Those that ended with a win, loss or tie, or unfinished")
    private @Nullable MatchOutcome outcome;

    @Option(names = "--session", paramLabel = "ID", description = "Those of this play session")
    private @Nullable String session;

    @Option(names = "--with", paramLabel = "PLAYER", description = "With this team-mate, by gamertag, nickname or XUID")
    private @Nullable String with;

    @Option(names = "--against", paramLabel = "PLAYER", description = "Against this opponent")
    private @Nullable String against;

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "The time zone of hours, days and the times people see, such as Europe/Paris; moments in JSON"
                    + " and CSV stay in UTC (default: yours)")
    private @Nullable String zone;

    /// From where matches are looked at.
    ///
    /// @throws ParameterException when there is no such time zone
    Viewpoint viewpoint(Session asking) {
        return new Viewpoint(asking.language(), zone(asking));
    }

    /// What is asked for in a warehouse.
    ///
    /// @param answers what the warehouse answers
    /// @throws ParameterException when an option names nothing, or something that is not there
    Asked of(Session asking, Warehouse warehouse, Viewpoint viewpoint, Answers answers) {
        People people = People.of(warehouse);
        return new Asked(
                warehouse,
                answers,
                filter(people, viewpoint.zone(), asking.messages()),
                viewpoint,
                people,
                asking.messages());
    }

    private Filter filter(People people, ZoneId zone, Messages messages) {
        Xuid whose = player(people, messages);
        if (last != null && (from != null || to != null)) {
            throw misuse("--last: expected it without --from and --to, or those without it");
        }
        try {
            return Filter.of(whose)
                    .change()
                    .from(last == null ? moment("--from", from, text -> Period.beginning(text, zone)) : back(zone))
                    .until(moment("--to", to, text -> Period.end(text, zone)))
                    .playlist(playlist)
                    .map(map)
                    .mode(mode)
                    .category(category)
                    .season(season)
                    .competition(competition)
                    .opposition(opposition)
                    .outcome(outcome)
                    .session(session)
                    .teamMate(other("--with", with, people.of(whose), messages))
                    .opponent(other("--against", against, people.of(whose), messages))
                    .build();
        } catch (IllegalArgumentException empty) {
            throw misuse("--from, --to: " + empty.getMessage());
        }
    }

    private @Nullable Instant back(ZoneId zone) {
        return moment("--last", last, text -> Period.back(text, Period.now(zone)));
    }

    private @Nullable Instant moment(String option, @Nullable String text, Function<String, Instant> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException unknown) {
            throw misuse(option + ": " + unknown.getMessage());
        }
    }

    private @Nullable Xuid other(String option, @Nullable String text, People.Acquainted people, Messages messages) {
        return text == null
                ? null
                : only(option, text, people.find(text))
                        .orElseThrow(() ->
                                nobody(option, text, people.names(), messages.text("misuse.name-player"), messages));
    }

    private Xuid player(People people, Messages messages) {
        List<Players.Player> tracked = people.tracked();
        String names = tracked.stream().map(known -> people.name(known.xuid())).collect(Collectors.joining(", "));
        String wanted = player;
        if (wanted != null) {
            String remedy =
                    tracked.isEmpty() ? messages.text("misuse.nobody-tracked") : messages.text("misuse.tracked", names);
            return only("--player", wanted, people.find(wanted))
                    .orElseThrow(() -> nobody("--player", wanted, people.names(), remedy, messages));
        }
        if (tracked.size() == 1) {
            return tracked.getFirst().xuid();
        }
        throw misuse(
                tracked.isEmpty()
                        ? "no player is tracked; keep a career with: spartanlake player set XUID --track"
                        : "several players are tracked; say whose matches with --player: " + names);
    }

    /// Names are not unique, in either case: a choice made silently would be a wrong answer.
    private Optional<Xuid> only(String option, String name, List<Xuid> found) {
        if (found.size() > 1) {
            throw misuse(option + ": several players are named '" + name + "'; give the XUID: "
                    + found.stream().map(Xuid::text).collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst();
    }

    private UnknownNameException nobody(
            String option, String name, List<String> known, String remedy, Messages messages) {
        return new UnknownNameException(
                spec.commandLine(), messages, option, messages.text("misuse.nobody", name), name, known, remedy);
    }

    private ZoneId zone(Session asking) {
        try {
            return zone == null ? asking.timeZone() : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw misuse("--tz: expected a time zone such as Europe/Paris or UTC, found '" + zone + "'");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
