package dev.spartanlake.cli.command;

import dev.spartanlake.cli.account.Account;
import dev.spartanlake.cli.account.ClientFailure;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.StoredTokens;
import dev.spartanlake.halo.player.Player;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Identity;
import dev.spartanlake.halo.wire.RequestLog;
import dev.spartanlake.sync.Interruption;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps tokens that the user pastes, after the game's services were asked whose they are.
final class TokenPaste {

    private static final List<String> PROMPTS = List.of("login.spartan", "login.clearance");

    private final Session session;
    private final Account account;

    TokenPaste(Session session, Account account) {
        this.session = session;
        this.account = account;
    }

    Outcome run() {
        List<String> lines = session.display() == Display.TERMINAL ? typed() : piped();
        if (lines.size() < PROMPTS.size()) {
            session.remark(session.messages()
                    .text("login.nothing-pasted", session.messages().number(lines.size())));
            return Outcome.SOME_FAILED;
        }
        Credentials.Pasted tokens;
        try {
            tokens = new Credentials.Pasted(Secret.of(lines.getFirst()), Secret.of(lines.get(1)));
        } catch (IllegalArgumentException noToken) {
            session.remark(session.messages().text("login.not-a-token"));
            return Outcome.SOME_FAILED;
        }
        return switch (owner(tokens)) {
            case Reply.Found<Player>(Player player) ->
                keep(tokens, new Identity(player.xuid().value(), player.gamertag()));
            // The service of names is often not there; that says nothing about the tokens.
            case Reply.Unavailable<Player> _, Reply.Throttled<Player> _, Reply.Absent<Player> _ -> keep(tokens, null);
            case Reply.Missed<Player> missed -> Interrupted.told(session, Interruption.of(missed));
        };
    }

    private Outcome keep(Credentials.Pasted tokens, @Nullable Identity identity) {
        ClientFailure.told(() -> {
            account.store()
                    .save(new StoredTokens.Pasted(tokens.spartan(), tokens.clearance(), Instant.now(), identity));
            return Outcome.DONE;
        });
        session.remark(session.messages()
                .text(
                        "login.pasted",
                        BrowserSignIn.name(Optional.ofNullable(identity), session.messages()),
                        account.store().file()));
        if (identity == null) {
            session.remark(session.messages().text("login.unchecked"));
        }
        return Outcome.DONE;
    }

    private Reply<Player> owner(Credentials.Pasted tokens) {
        try {
            return ClientFailure.told(() -> {
                try (HaloClient client = HaloClient.open(
                                account.settings(
                                        RequestLog.none(),
                                        session.surroundings().stop()),
                                tokens);
                        ProgressLine _ = ProgressLine.asking(session)) {
                    return client.players().me();
                }
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WarehouseException(
                    ErrorCode.STOPPED, Location.nowhere(), "stopped: no tokens were stored; try again", stopped);
        }
    }

    /// What is typed or pasted at a terminal, which does not show it. Which consoles Java has is a setting of its own,
    /// and with one of them there is none where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private List<String> typed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return piped();
        }
        List<String> lines = new ArrayList<>();
        for (String prompt : PROMPTS) {
            session.remark(session.messages().text(prompt));
            char[] line = console.readPassword();
            if (line == null) {
                break;
            }
            lines.add(new String(line).strip());
        }
        return lines;
    }

    private List<String> piped() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(PROMPTS.size())
                    .toList();
        } catch (IOException | UncheckedIOException failed) {
            throw new WarehouseException(
                    ErrorCode.SOURCE_UNREADABLE,
                    Location.nowhere(),
                    "standard input cannot be read; nothing was stored",
                    failed);
        }
    }
}
