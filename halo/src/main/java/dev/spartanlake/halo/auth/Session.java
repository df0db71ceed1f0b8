package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Authorization;
import dev.spartanlake.halo.wire.Grant;
import dev.spartanlake.halo.wire.Requests;
import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps somebody signed in: uses the tokens in the file while they last, and buys new ones a few
/// minutes before they expire or when a service rejects them. Threads that need new ones at the
/// same time wait for one of them to get them.
public final class Session implements Authorization {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private final TokenChain chain;
    private final TokenStore store;
    private final Timing timing;
    private final ReentrantLock lock = new ReentrantLock();
    private StoredTokens.@Nullable Bought held;
    private Reply.@Nullable Unauthorized<?> refusal;

    /// Uses what a sign-in to an application left in a store.
    public Session(Requests requests, OAuthApp app, TokenStore store, Timing timing) {
        this.chain = new TokenChain(requests, app);
        this.store = store;
        this.timing = timing;
    }

    @Override
    public Grant current() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (held != null && lasts(held)) {
                return grant(held);
            }
            return load(null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Grant renewed(Grant.Tokens rejected) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (held != null && !grant(held).equals(rejected)) {
                return grant(held);
            }
            return load(rejected);
        } finally {
            lock.unlock();
        }
    }

    /// Takes what is in the file, where another process may have put newer tokens, or buys new
    /// ones.
    private Grant load(Grant.@Nullable Tokens rejected) throws InterruptedException {
        if (refusal != null) {
            return new Grant.Denied(refusal);
        }
        Optional<StoredTokens> stored = store.load();
        if (stored.isEmpty()) {
            return denied(new Reply.Unauthorized<>("sign-in", "nobody is signed in; sign in first"));
        }
        return switch (stored.get()) {
            case StoredTokens.Pasted _ ->
                denied(new Reply.Unauthorized<>(
                        "sign-in", "tokens were pasted meanwhile in the place of the sign-in; start again"));
            case StoredTokens.SignedIn signedIn -> load(signedIn, rejected);
        };
    }

    private Grant load(StoredTokens.SignedIn stored, Grant.@Nullable Tokens rejected) throws InterruptedException {
        StoredTokens.Bought bought = stored.bought();
        if (bought != null && lasts(bought) && !grant(bought).equals(rejected)) {
            held = bought;
            return grant(bought);
        }
        return switch (chain.refresh(stored.refresh())) {
            case Reply.Missed<OAuthTokens> missed -> denied(missed);
            case Reply.Found<OAuthTokens>(OAuthTokens tokens) -> buy(tokens);
        };
    }

    private Grant buy(OAuthTokens tokens) throws InterruptedException {
        // The token that was used is worth nothing now, so the new one goes to the disk before anything can fail.
        store.save(new StoredTokens.SignedIn(tokens.refresh(), null));
        return switch (Purchase.with(chain, tokens.access())) {
            case Reply.Missed<StoredTokens.Bought> missed -> denied(missed);
            case Reply.Found<StoredTokens.Bought>(StoredTokens.Bought bought) -> {
                store.save(new StoredTokens.SignedIn(tokens.refresh(), bought));
                held = bought;
                yield grant(bought);
            }
        };
    }

    /// What cannot be mended without the person is not tried again.
    private Grant denied(Reply.Missed<?> missed) {
        held = null;
        if (missed instanceof Reply.Unauthorized<?> unauthorized) {
            refusal = unauthorized;
        }
        return new Grant.Denied(missed);
    }

    private boolean lasts(StoredTokens.Bought bought) {
        Instant until = bought.expires().minus(EARLY);
        return timing.now().isBefore(until);
    }

    private static Grant.Tokens grant(StoredTokens.Bought bought) {
        Map<String, Secret> halo =
                Map.of(TokenChain.SPARTAN_HEADER, bought.spartan(), TokenChain.CLEARANCE_HEADER, bought.clearance());
        Map<String, Secret> xbox = Map.of("Authorization", bought.xbox());
        return new Grant.Tokens(halo, xbox, bought.identity());
    }
}
