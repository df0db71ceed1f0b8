package dev.spartanlake.cli.command;

import dev.spartanlake.cli.account.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `spartanlake login`: signs the user in, or keeps tokens that the user pastes.
@Command(
        name = "login",
        description = {
            "Sign in with your Microsoft account, for sync.",
            "An address is shown to open in a browser on this machine; the browser comes",
            "back to this command, which keeps the tokens for you alone to read. It needs an",
            "application of your own: docs/how-to/sync.md tells how to get one.",
            "With --paste, two lines are read from standard input instead: the Spartan token",
            "and the clearance, which your browser sends while you look at halowaypoint.com.",
            "These are good for about four hours."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake login", "  spartanlake login --port 8765", "  spartanlake login --paste"})
final class LoginCommand implements Action {

    private static final int MOST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where on this machine the browser comes back to, 0 for any port that is free (default: 0)")
    private int port;

    @Option(names = "--paste", description = "Read tokens from standard input instead")
    private boolean paste;

    @Override
    public Outcome run(Session session) {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port: expected a number from 0 to " + MOST_PORT + ", found " + port);
        }
        if (paste && port != 0) {
            throw new ParameterException(spec.commandLine(), "expected --port or --paste, found both");
        }
        Account account = new Account(session.machine(), session.configuration());
        Outcome outcome =
                paste ? new TokenPaste(session, account).run() : new BrowserSignIn(session, account, port).run();
        if (outcome == Outcome.DONE
                && !session.surroundings().variable(Account.SPARTAN_VARIABLE).isEmpty()) {
            session.remark(session.messages().text("login.stands-in"));
        }
        return outcome;
    }
}
