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
/// same time wait for one of them to get them. Tokens that another process puts into the file, or
/// takes away, meanwhile are never overwritten.
public final class Session implements Authorization {

    private static final Duration EARLY = Duration.ofMinutes(5);

    /// Another process that spent a refresh token has stored the new one by then.
    private static final Duration UNTIL_SAVED = Duration.ofSeconds(2);

    private final TokenChain chain;
    private final TokenStore store;
    private final Timing timing;
    private final ReentrantLock lock = new ReentrantLock();
    private StoredTokens.@Nullable Bought held;
    private @Nullable Refusal refusal;

    /// Why nothing can be bought with tokens that are in the file.
    private record Refusal(StoredTokens.SignedIn tokens, Reply.Unauthorized<?> reason) {}

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
        if (refusal != null && refusal.tokens().equals(stored)) {
            return denied(refusal.reason());
        }
        StoredTokens.Bought bought = stored.bought();
        if (bought != null && lasts(bought) && !grant(bought).equals(rejected)) {
            return held(bought);
        }
        return switch (chain.refresh(stored.refresh())) {
            case Reply.Found<OAuthTokens>(OAuthTokens tokens) -> buy(stored, tokens, rejected);
            case Reply.Unauthorized<OAuthTokens> refused ->
                isReplaced(stored) ? load(rejected) : refused(stored, refused);
            case Reply.Missed<OAuthTokens> missed -> denied(missed);
        };
    }

    /// Whether somebody else has put other tokens in the place of those that were refused, maybe
    /// because they were spent there.
    private boolean isReplaced(StoredTokens.SignedIn stored) throws InterruptedException {
        if (isInPlace(stored)) {
            timing.pause(UNTIL_SAVED);
        }
        return !isInPlace(stored);
    }

    private boolean isInPlace(StoredTokens.SignedIn stored) {
        return store.load().equals(Optional.of(stored));
    }

    private Grant buy(StoredTokens.SignedIn used, OAuthTokens tokens, Grant.@Nullable Tokens rejected)
            throws InterruptedException {
        StoredTokens.SignedIn renewed = new StoredTokens.SignedIn(tokens.refresh(), null);
        // The token that was used is worth nothing now, so the new one goes to the disk before anything can fail.
        if (!store.replace(used, renewed)) {
            return load(rejected);
        }
        return switch (Purchase.with(chain, tokens.access())) {
            case Reply.Found<StoredTokens.Bought>(StoredTokens.Bought bought) -> {
                boolean stored = store.replace(renewed, new StoredTokens.SignedIn(tokens.refresh(), bought));
                // Where somebody else renewed them too, both go on with their own: to use those of the other
                // would be to spend their refresh token while they buy, and they ours in turn.
                yield stored || store.load().orElse(null) instanceof StoredTokens.SignedIn
                        ? held(bought)
                        : load(rejected);
            }
            case Reply.Unauthorized<StoredTokens.Bought> refused -> refused(renewed, refused);
            case Reply.Missed<StoredTokens.Bought> missed -> denied(missed);
        };
    }

    private Grant held(StoredTokens.Bought bought) {
        held = bought;
        return grant(bought);
    }

    /// What cannot be mended without the person is not tried again, as long as nobody signs in.
    private Grant refused(StoredTokens.SignedIn tokens, Reply.Unauthorized<?> reason) {
        refusal = new Refusal(tokens, reason);
        return denied(reason);
    }

    private Grant denied(Reply.Missed<?> missed) {
        held = null;
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
