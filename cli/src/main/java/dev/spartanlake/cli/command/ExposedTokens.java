package dev.spartanlake.cli.command;

import dev.spartanlake.cli.account.Account;

/// Tells that others could read the file of tokens, once it has been read and put right.
final class ExposedTokens {

    private ExposedTokens() {}

    static void remark(Session session, Account account) {
        if (account.store().wasExposed()) {
            session.remark(
                    session.messages().text("account.exposed", account.store().file()));
        }
    }
}
