package dev.spartanlake.cli.account;

import dev.spartanlake.cli.settings.Configuration;
import dev.spartanlake.cli.settings.Machine;
import dev.spartanlake.cli.settings.Setting;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.halo.HaloSettings;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.OAuthApp;
import dev.spartanlake.halo.auth.StoredTokens;
import dev.spartanlake.halo.auth.TokenStore;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.Pace;
import dev.spartanlake.halo.wire.RequestLog;
import java.util.Optional;

/// The account that the user asks the game's services with.
///
/// Tokens in the environment stand in for a login. They are no settings: nothing shows them, and no file and no
/// argument takes them.
public final class Account {

    /// The variable with a Spartan token.
    public static final String SPARTAN_VARIABLE = "SPARTANLAKE_SPARTAN_TOKEN";
    /// The variable with the clearance that goes with it.
    public static final String CLEARANCE_VARIABLE = "SPARTANLAKE_CLEARANCE";

    private final Machine machine;
    private final Configuration configuration;
    private final TokenStore store;

    /// The account of a user.
    public Account(Machine machine, Configuration configuration) {
        this.machine = machine;
        this.configuration = configuration;
        this.store = TokenStore.at(machine.tokens());
    }

    /// Where tokens are kept.
    public TokenStore store() {
        return store;
    }

    /// The application to sign in to; empty because none is configured.
    public Optional<OAuthApp> application() {
        String clientId = configuration.value(Setting.HALO_CLIENT_ID);
        return clientId.isEmpty() ? Optional.empty() : Optional.of(new OAuthApp(clientId));
    }

    /// The tokens there are: those of the environment, else those that are kept.
    ///
    /// @throws WarehouseException when the environment has only one of the two, or the file cannot be read
    public Tokens tokens() {
        String spartan = machine.variable(SPARTAN_VARIABLE);
        String clearance = machine.variable(CLEARANCE_VARIABLE);
        if (spartan.isEmpty() && clearance.isEmpty()) {
            return kept();
        }
        return new Tokens.Environment(
                new Credentials.Pasted(secret(SPARTAN_VARIABLE, spartan), secret(CLEARANCE_VARIABLE, clearance)));
    }

    private Tokens kept() {
        Optional<StoredTokens> kept = ClientFailure.told(store::load);
        if (kept.isEmpty()) {
            return new Tokens.Missing();
        }
        return switch (kept.get()) {
            case StoredTokens.SignedIn signedIn -> new Tokens.SignIn(signedIn);
            case StoredTokens.Pasted pasted -> new Tokens.Pasted(pasted);
        };
    }

    private static Secret secret(String variable, String value) {
        try {
            return Secret.of(value);
        } catch (IllegalArgumentException wrong) {
            throw new WarehouseException(
                    ErrorCode.CONFIGURATION,
                    Location.nowhere(),
                    "environment variable " + variable + ": expected a token of printable characters, found "
                            + (value.isEmpty() ? "none" : "other ones") + "; set both " + SPARTAN_VARIABLE + " and "
                            + CLEARANCE_VARIABLE + ", or unset both",
                    wrong);
        }
    }

    /// How requests are sent.
    ///
    /// @param log is told of each
    /// @param stop ends waits between requests, some time after it was raised
    public HaloSettings settings(RequestLog log, StopSignal stop) {
        return HaloSettings.standard()
                .withOrigins(ClientFailure.told(() -> Origins.of(configuration.value(Setting.HALO_BASE_URL))))
                .withPace(Pace.STANDARD.withRequestsPerSecond(configuration.value(Setting.HALO_REQUESTS_PER_SECOND)))
                .withCache(machine.answers())
                .withTiming(new StoppableTiming(stop))
                .withLog(log);
    }
}
