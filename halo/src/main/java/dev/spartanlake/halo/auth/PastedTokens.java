package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Authorization;
import dev.spartanlake.halo.wire.Grant;
import java.util.Map;

/// Tokens that somebody copied from their browser.
public final class PastedTokens implements Authorization {

    private final Grant.Tokens tokens;

    /// Uses them as they are.
    public PastedTokens(Credentials.Pasted pasted) {
        this.tokens = new Grant.Tokens(
                Map.of(
                        TokenChain.SPARTAN_HEADER, pasted.spartan(),
                        TokenChain.CLEARANCE_HEADER, pasted.clearance()),
                Map.of(),
                pasted.identity());
    }

    @Override
    public Grant current() {
        return tokens;
    }

    /// There is nothing to renew them with.
    @Override
    public Grant renewed(Grant.Tokens rejected) {
        return new Grant.Denied(new Reply.Unauthorized<>(
                "sign-in",
                "the pasted Spartan token is not accepted; it is good for some four hours, so paste a new one"));
    }
}
