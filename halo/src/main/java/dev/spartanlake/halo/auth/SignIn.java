package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Encoding;
import dev.spartanlake.halo.wire.Identity;
import dev.spartanlake.halo.wire.Origin;
import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.Requests;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Signs a person in: they open [#address] in a browser, and what the browser brings back is taken
/// on this machine.
///
/// The owner closes it, whether or not somebody came.
public final class SignIn implements AutoCloseable {

    private final TokenChain chain;
    private final TokenStore store;
    private final Challenge challenge;
    private final RedirectListener listener;
    private final URI address;

    private SignIn(TokenChain chain, TokenStore store, Challenge challenge, RedirectListener listener, URI address) {
        this.chain = chain;
        this.store = store;
        this.challenge = challenge;
        this.listener = listener;
        this.address = address;
    }

    /// Begins to listen for the browser.
    ///
    /// @param port where on this machine; 0 for any, which works for applications of the platform
    ///     "mobile and desktop"
    /// @throws dev.spartanlake.halo.error.SettingRefused if the port is not free
    public static SignIn open(Requests requests, Origins origins, OAuthApp app, TokenStore store, int port) {
        Challenge challenge = Challenge.random();
        RedirectListener listener = RedirectListener.open(port, challenge.state());
        Map<String, String> query = new TreeMap<>(Map.of(
                "client_id",
                app.clientId(),
                "response_type",
                "code",
                "approval_prompt",
                "auto",
                "scope",
                OAuthApp.SCOPE,
                "redirect_uri",
                listener.address(),
                "state",
                challenge.state().reveal(),
                "code_challenge",
                challenge.s256(),
                "code_challenge_method",
                "S256"));
        URI address = origins.locate(Origin.LOGIN, "/oauth20_authorize.srf?" + Encoding.form(query));
        return new SignIn(new TokenChain(requests, app), store, challenge, listener, address);
    }

    /// What the person opens in a browser. Has no token in it.
    public URI address() {
        return address;
    }

    /// Waits for the browser, then buys all tokens and puts them into the store.
    ///
    /// @return who signed in, as far as Xbox says; why nobody did
    /// @throws InterruptedException if the caller is not to wait any longer
    /// @throws dev.spartanlake.halo.error.LocalFileFailed if the tokens cannot be stored
    public Reply<Optional<Identity>> await(Duration longest) throws InterruptedException {
        return switch (listener.await(longest, challenge.verifier())) {
            case Reply.Missed<AuthorizationCode> missed -> missed.instead();
            case Reply.Found<AuthorizationCode>(AuthorizationCode code) -> redeem(code);
        };
    }

    private Reply<Optional<Identity>> redeem(AuthorizationCode code) throws InterruptedException {
        return switch (chain.redeem(code)) {
            case Reply.Missed<OAuthTokens> missed -> missed.instead();
            case Reply.Found<OAuthTokens>(OAuthTokens tokens) -> {
                StoredTokens.SignedIn signedIn = new StoredTokens.SignedIn(tokens.refresh(), null);
                store.save(signedIn);
                yield Purchase.with(chain, tokens.access()).map(bought -> {
                    // Whoever signed in is told so even if others took that back meanwhile, or renewed it.
                    store.replace(signedIn, new StoredTokens.SignedIn(tokens.refresh(), bought));
                    return Optional.ofNullable(bought.identity());
                });
            }
        };
    }

    @Override
    public void close() {
        listener.close();
    }
}
