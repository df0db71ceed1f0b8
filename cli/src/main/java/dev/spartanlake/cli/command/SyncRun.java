package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.account.Account;
import dev.spartanlake.cli.account.ClientFailure;
import dev.spartanlake.cli.account.Tokens;
import dev.spartanlake.cli.command.SyncPlayers.Meaning;
import dev.spartanlake.cli.render.SyncJson;
import dev.spartanlake.cli.render.SyncText;
import dev.spartanlake.cli.settings.Setting;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.OAuthApp;
import dev.spartanlake.halo.player.Player;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Traffic;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.sync.Interruption;
import dev.spartanlake.sync.Sync;
import dev.spartanlake.sync.SyncPlan;
import dev.spartanlake.sync.SyncReport;
import dev.spartanlake.sync.SyncSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Asks the game's services: who is meant, how much there is, and for all of it.
final class SyncRun {

    /// What has come cost requests: another writer is waited for, unless it is said for how long.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// How long one attempt to write waits, and so the end of a sync that is stopped meanwhile.
    private static final Duration ATTEMPT = Duration.ofSeconds(1);

    private final Session session;
    private final ReportFormat format;
    private final SyncOptions options;
    private final Account account;
    private final Traffic traffic = new Traffic();
    private final Map<Xuid, String> names = new LinkedHashMap<>();
    private final long startNanos = System.nanoTime();

    /// How the command ends where it is not known whose matches are meant.
    private Outcome unresolved = Outcome.NOTHING_FOUND;

    SyncRun(Session session, ReportFormat format, SyncOptions options) {
        this.session = session;
        this.format = format;
        this.options = options;
        this.account = new Account(session.machine(), session.configuration());
    }

    /// What is done with the players once it is known who they are.
    private interface Work {
        Outcome with(Warehouse warehouse, Sync sync, List<Xuid> players) throws InterruptedException;
    }

    /// Brings matches in.
    Outcome bring() {
        return run(this::bring);
    }

    /// Asks how much there is.
    Outcome plan() {
        return run((_, sync, players) -> plan(sync, players));
    }

    private Outcome run(Work work) {
        Optional<Credentials> credentials = credentials();
        if (credentials.isEmpty()) {
            return Outcome.SOME_FAILED;
        }
        StopSignal stop = session.surroundings().stop();
        // The warehouse finishes a commit that was begun; the sync begins no other.
        Duration patience = patience();
        try (Warehouse warehouse =
                session.warehouse("sync", patience.compareTo(ATTEMPT) < 0 ? patience : ATTEMPT, StopSignal.NEVER)) {
            return ClientFailure.told(() -> {
                try (HaloClient client = HaloClient.open(account.settings(traffic, stop), credentials.get())) {
                    Optional<List<Xuid>> players = players(warehouse, client);
                    if (players.isEmpty()) {
                        return unresolved;
                    }
                    Outcome outcome = work.with(
                            warehouse,
                            new Sync(
                                    warehouse,
                                    client,
                                    SyncSettings.standard(stop).withPatience(patience)),
                            players.get());
                    OtherRules.remark(session, warehouse);
                    return outcome;
                }
            });
        } catch (InterruptedException stopped) {
            throw new WarehouseException(
                    ErrorCode.STOPPED,
                    Location.nowhere(),
                    "stopped: what has come is stored; run the same command again to go on",
                    stopped);
        }
    }

    private Duration patience() {
        Duration asked = options.patience();
        if (asked != null) {
            return asked;
        }
        Duration configured = session.configuration().value(Setting.LOCK_WAIT);
        return configured.compareTo(PATIENCE) > 0 ? configured : PATIENCE;
    }

    private Optional<Credentials> credentials() {
        Tokens tokens = account.tokens();
        ExposedTokens.remark(session, account);
        return switch (tokens) {
            case Tokens.Environment(Credentials.Pasted pasted) -> Optional.of(pasted);
            case Tokens.Pasted pasted -> Optional.of(pasted.tokens().credentials());
            case Tokens.SignIn _ -> {
                Optional<OAuthApp> application = account.application();
                if (application.isEmpty()) {
                    session.remark(session.messages().text("account.no-application"));
                }
                yield application.map(app -> new Credentials.SignedIn(app, account.store()));
            }
            case Tokens.Missing _ -> {
                session.remark(session.messages().text("account.nobody"));
                yield Optional.empty();
            }
        };
    }

    /// Whose matches are meant; empty because that is not known, which was told.
    private Optional<List<Xuid>> players(Warehouse warehouse, HaloClient client) throws InterruptedException {
        SyncPlayers known = new SyncPlayers(warehouse);
        names.putAll(known.names());
        List<Xuid> players = new ArrayList<>();
        if (options.players().isEmpty()) {
            players.addAll(known.tracked());
        }
        for (String text : options.players()) {
            Optional<Xuid> player = switch (known.find(text, session.messages())) {
                case Meaning.One(Xuid one) -> Optional.of(one);
                case Meaning.Several(String explanation) -> {
                    session.remark(explanation);
                    yield Optional.empty();
                }
                case Meaning.Nobody _ ->
                    named(text, asked(() -> client.players().byGamertag(text)));
            };
            if (player.isEmpty()) {
                return Optional.empty();
            }
            players.add(player.get());
        }
        if (players.isEmpty()) {
            return named("", asked(() -> client.players().me())).map(List::of);
        }
        return Optional.of(players.stream().distinct().toList());
    }

    private interface Asking {
        Reply<Player> ask() throws InterruptedException;
    }

    private Reply<Player> asked(Asking question) throws InterruptedException {
        try (ProgressLine _ = ProgressLine.asking(session)) {
            return question.ask();
        }
    }

    private Optional<Xuid> named(String text, Reply<Player> reply) {
        return switch (reply) {
            case Reply.Found<Player>(Player player) -> {
                Xuid xuid = new Xuid(player.xuid().value());
                names.put(xuid, player.gamertag());
                yield Optional.of(xuid);
            }
            case Reply.Absent<Player> absent -> {
                session.remark(
                        text.isEmpty()
                                ? absent.explanation()
                                : session.messages().text("sync.nobody", text));
                yield Optional.empty();
            }
            case Reply.Missed<Player> missed -> {
                unresolved = Interrupted.told(session, Interruption.of(missed));
                yield Optional.empty();
            }
        };
    }

    private Outcome bring(Warehouse warehouse, Sync sync, List<Xuid> players) throws InterruptedException {
        SyncReport report;
        try (SyncTalk talk = new SyncTalk(session, new SyncText(session.messages(), names), requestsPerSecond())) {
            report = sync.run(options.request(players), talk);
        }
        // Names have come, too.
        names.putAll(new SyncPlayers(warehouse).names());
        SyncText text = new SyncText(session.messages(), names);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        session.report(
                format,
                () -> text.report(report, traffic.total(), elapsed),
                () -> new SyncJson(names).report(report, traffic.total(), elapsed));
        text.failures(report).forEach(session::remark);
        return outcome(report);
    }

    private Outcome outcome(SyncReport report) {
        Outcome outcome = report.failures().isEmpty() ? Outcome.DONE : Outcome.INCOMPLETE;
        for (SyncReport.PlayerReport player : report.players()) {
            Interruption own = player.interruption();
            if (own != null && !own.equals(report.interruption())) {
                outcome = Interrupted.told(session, own);
            }
        }
        Interruption interruption = report.interruption();
        return interruption == null ? outcome : Interrupted.told(session, interruption);
    }

    private Outcome plan(Sync sync, List<Xuid> players) throws InterruptedException {
        List<SyncPlan> plans;
        try (ProgressLine _ = ProgressLine.asking(session)) {
            plans = sync.plan(options.request(players), requestsPerSecond());
        }
        session.report(
                format,
                () -> new SyncText(session.messages(), names).plans(plans),
                () -> new SyncJson(names).plans(plans));
        Outcome outcome = Outcome.DONE;
        for (Interruption failure :
                plans.stream().map(SyncPlan::failure).filter(Objects::nonNull).toList()) {
            outcome = Interrupted.told(session, Objects.requireNonNull(failure));
        }
        return outcome;
    }

    private int requestsPerSecond() {
        return session.configuration().value(Setting.HALO_REQUESTS_PER_SECOND);
    }
}
