package dev.spartanlake.cli.command;

import dev.spartanlake.cli.account.Account;
import dev.spartanlake.cli.account.ClientFailure;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.HaloSettings;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.OAuthApp;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Identity;
import dev.spartanlake.halo.wire.RequestLog;
import dev.spartanlake.sync.Interruption;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Signs the user in through the browser.
final class BrowserSignIn {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Session session;
    private final Account account;
    private final int port;

    BrowserSignIn(Session session, Account account, int port) {
        this.session = session;
        this.account = account;
        this.port = port;
    }

    Outcome run() {
        Optional<OAuthApp> application = account.application();
        if (application.isEmpty()) {
            session.remark(session.messages().text("account.no-application"));
            return Outcome.SOME_FAILED;
        }
        return switch (signIn(application.get())) {
            case Reply.Found<Optional<Identity>>(Optional<Identity> identity) -> {
                session.remark(session.messages()
                        .text(
                                "login.done",
                                name(identity, session.messages()),
                                account.store().file()));
                yield Outcome.DONE;
            }
            case Reply.Missed<Optional<Identity>> missed -> Interrupted.told(session, Interruption.of(missed));
        };
    }

    private Reply<Optional<Identity>> signIn(OAuthApp application) {
        HaloSettings settings =
                account.settings(RequestLog.none(), session.surroundings().stop());
        Credentials.SignedIn credentials = new Credentials.SignedIn(application, account.store());
        try {
            return ClientFailure.told(() -> HaloClient.signIn(settings, credentials, port, this::show, LONGEST));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WarehouseException(
                    ErrorCode.STOPPED, Location.nowhere(), "stopped: nobody was signed in; try again", stopped);
        }
    }

    private void show(URI address) {
        session.remark(session.messages().text("login.open"));
        session.remark(address.toString());
    }

    /// The name of whoever signed in, as far as it was told.
    static String name(Optional<Identity> identity, Messages messages) {
        return identity.map(known ->
                        messages.text("account.name", Printable.of(known.gamertag()), Long.toString(known.xuid())))
                .orElseGet(() -> messages.text("account.unknown"));
    }
}
