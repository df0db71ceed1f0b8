package dev.spartanlake.cli.command;

import dev.spartanlake.cli.account.Account;
import dev.spartanlake.cli.account.Tokens;
import dev.spartanlake.cli.render.AccountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake whoami`: who is signed in.
@Command(
        name = "whoami",
        description = {
            "Tell who is signed in, until when, and where the tokens are.",
            "Nothing is asked of anybody, and no token is shown. The exit code is 1 when",
            "nobody is signed in."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake whoami", "  spartanlake whoami --format json"})
final class WhoamiCommand implements Action {

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the answer (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Outcome run(Session session) {
        Account account = new Account(session.machine(), session.configuration());
        Tokens tokens = account.tokens();
        AccountText text = new AccountText(tokens, account.store().file());
        session.report(format, () -> text.text(session.messages()) + "\n", text::json);
        ExposedTokens.remark(session, account);
        return tokens instanceof Tokens.Missing ? Outcome.NOTHING_FOUND : Outcome.DONE;
    }
}
