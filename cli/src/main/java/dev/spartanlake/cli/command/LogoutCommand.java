package dev.spartanlake.cli.command;

import dev.spartanlake.cli.account.Account;
import dev.spartanlake.cli.account.ClientFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/// `spartanlake logout`: deletes the tokens.
@Command(
        name = "logout",
        description = {
            "Delete the tokens of a login.",
            "The warehouse stays as it is. Microsoft still lists the application among those",
            "you allowed; take that back at account.live.com/consent/Manage."
        },
        footerHeading = "%nExamples:%n",
        footer = "  spartanlake logout")
final class LogoutCommand implements Action {

    @Override
    public Outcome run(Session session) {
        Account account = new Account(session.machine(), session.configuration());
        Path file = account.store().file();
        boolean isThere = Files.exists(file);
        ClientFailure.told(() -> {
            account.store().delete();
            return file;
        });
        session.remark(session.messages().text(isThere ? "logout.done" : "logout.nobody", file));
        if (!session.surroundings().variable(Account.SPARTAN_VARIABLE).isEmpty()) {
            session.remark(session.messages().text("logout.stands-in"));
        }
        return Outcome.DONE;
    }
}
