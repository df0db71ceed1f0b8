package dev.spartanlake.halo.auth;

import static dev.spartanlake.halo.server.ScriptedServer.json;

import dev.spartanlake.halo.server.ScriptedServer;
import dev.spartanlake.halo.server.ScriptedServer.Script;

/// The answers of a sign-in that goes well. Every secret in them begins with `hush`.
public final class ChainServer {

    /// The path that gives the account's tokens.
    public static final String ACCOUNT = "/login.live.com/oauth20_token.srf";

    /// The path that gives the tokens for others to trust.
    public static final String XSTS = "/xsts.auth.xboxlive.com/xsts/authorize";

    /// The path that gives Spartan tokens.
    public static final String SPARTAN = "/settings/spartan-token";

    /// The path that tells the state of the game's settings.
    public static final String CLEARANCE = "/settings/oban/flight-configurations/titles/hi/audiences/RETAIL/active";

    private ChainServer() {}

    /// Puts all answers in place; the account's tokens and the Spartan token are numbered from 1.
    public static void script(ScriptedServer server) {
        server.on(ACCOUNT, account(1), account(2), account(3));
        server.on("/user.auth.xboxlive.com/user/authenticate", json("""
                {"NotAfter": "2030-01-01T00:00:00.1234567Z", "Token": "hush-user",
                 "DisplayClaims": {"xui": [{"uhs": "hush-hash"}]}}"""));
        server.on(XSTS, json("""
                {"NotAfter": "2030-01-01T00:00:00Z", "Token": "hush-xsts",
                 "DisplayClaims": {"xui": [{"gtg": "Some Player", "xid": "2533274800000001", "uhs": "hush-hash"}]}}"""));
        server.on(SPARTAN, spartan(1), spartan(2), spartan(3));
        server.on(CLEARANCE, json("{\"FlightConfigurationId\": \"hush-clearance\"}"));
    }

    /// The n-th pair of the account's tokens.
    public static Script account(int number) {
        return json("{\"access_token\": \"hush-access-%d\", \"refresh_token\": \"hush-refresh-%d\"}"
                .formatted(number, number));
    }

    private static Script spartan(int number) {
        return json("{\"SpartanToken\": \"hush-spartan-%d\", \"ExpiresUtc\": {\"ISO8601Date\": \"%s\"}}"
                .formatted(number, "2026-11-27T16:00:00Z"));
    }
}
