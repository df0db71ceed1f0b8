package dev.spartanlake.halo;

import dev.spartanlake.halo.asset.Assets;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.OAuthApp;
import dev.spartanlake.halo.auth.PastedTokens;
import dev.spartanlake.halo.auth.Session;
import dev.spartanlake.halo.auth.SignIn;
import dev.spartanlake.halo.auth.TokenStore;
import dev.spartanlake.halo.cache.Fetcher;
import dev.spartanlake.halo.cache.ResponseCache;
import dev.spartanlake.halo.content.GameContent;
import dev.spartanlake.halo.film.Films;
import dev.spartanlake.halo.match.Matches;
import dev.spartanlake.halo.player.Players;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Authorization;
import dev.spartanlake.halo.wire.AuthorizedRequests;
import dev.spartanlake.halo.wire.Identity;
import dev.spartanlake.halo.wire.Requests;
import dev.spartanlake.halo.wire.TimeLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A client of the Halo Infinite web API, for any number of threads. A thread that is interrupted
/// gives up what it asks for. The owner closes it.
public final class HaloClient implements AutoCloseable {

    /// What the client calls itself.
    private static final String USER_AGENT = "SpartanLake";

    private final Requests requests;
    private final Matches matches;
    private final Players players;
    private final Assets assets;
    private final Films films;
    private final GameContent content;

    private HaloClient(Requests requests, Fetcher fetcher, AuthorizedRequests authorized) {
        this.requests = requests;
        this.matches = new Matches(fetcher);
        this.players = new Players(fetcher, authorized);
        this.assets = new Assets(fetcher);
        this.films = new Films(fetcher);
        this.content = new GameContent(fetcher);
    }

    /// Makes a client. Nothing is sent yet.
    ///
    /// @throws dev.spartanlake.halo.error.LocalFileFailed if the directory for answers cannot be
    ///     made
    public static HaloClient open(HaloSettings settings, Credentials credentials) {
        Path directory = settings.cache();
        ResponseCache cache = directory == null ? null : ResponseCache.open(directory, ResponseCache.STANDARD_BYTES);
        Requests requests = requests(settings);
        Authorization authorization = switch (credentials) {
            case Credentials.SignedIn(OAuthApp app, TokenStore store) ->
                new Session(requests, app, store, settings.timing());
            case Credentials.Pasted pasted -> new PastedTokens(pasted);
        };
        AuthorizedRequests authorized = new AuthorizedRequests(requests, authorization, settings.log());
        Fetcher fetcher = new Fetcher(authorized, settings.origins(), cache, settings.timing(), settings.log());
        return new HaloClient(requests, fetcher, authorized);
    }

    /// Signs a person in, and leaves the tokens in the store.
    ///
    /// @param port where on this machine the browser comes back to; 0 for any that is free
    /// @param browser is given the address that the person has to open
    /// @param longest how long to wait for them
    /// @return who signed in, as far as Xbox says; why nobody did
    /// @throws InterruptedException if the caller is not to wait any longer
    /// @throws dev.spartanlake.halo.error.HaloException if the port is not free or the tokens
    ///     cannot be stored
    public static Reply<Optional<Identity>> signIn(
            HaloSettings settings, Credentials.SignedIn credentials, int port, Consumer<URI> browser, Duration longest)
            throws InterruptedException {
        try (Requests requests = requests(settings);
                SignIn signIn =
                        SignIn.open(requests, settings.origins(), credentials.app(), credentials.store(), port)) {
            browser.accept(signIn.address());
            return signIn.await(longest);
        }
    }

    private static Requests requests(HaloSettings settings) {
        return new Requests(
                settings.origins(),
                TimeLimits.STANDARD,
                settings.pace(),
                settings.timing(),
                settings.log(),
                USER_AGENT);
    }

    /// Match history, stats and skill.
    public Matches matches() {
        return matches;
    }

    /// Who players are, their records and ranks.
    public Players players() {
        return players;
    }

    /// Maps, game variants, playlists.
    public Assets assets() {
        return assets;
    }

    /// Films and their chunks.
    public Films films() {
        return films;
    }

    /// The game's content files.
    public GameContent content() {
        return content;
    }

    /// Gives up connections and whatever is still being asked for.
    @Override
    public void close() {
        requests.close();
    }
}
