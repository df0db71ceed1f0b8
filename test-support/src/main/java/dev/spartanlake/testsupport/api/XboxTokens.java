package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.generator.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The tokens of Xbox: one of the user for an access token of Microsoft, and for that one XSTS
/// token for each party.
///
/// **Threads**: safe.
final class XboxTokens {

    private static final String HALO = "https://prod.xsts.halowaypoint.com/";
    private static final String XBOX = "http://xboxlive.com";
    private static final String USER_HASH = "1234567890123456789";
    private static final Duration XBOX_USER_LIFE = Duration.ofDays(14);
    private static final Duration XSTS_LIFE = Duration.ofHours(16);

    private final TrackedPlayer owner;
    private final MicrosoftAccount account;
    private final InstantSource clock;
    private final Set<String> userTokens = new HashSet<>();
    private final Map<String, String> xstsTokens = new HashMap<>();
    private Optional<Long> refusal = Optional.empty();
    private int issued;

    XboxTokens(TrackedPlayer owner, MicrosoftAccount account, InstantSource clock) {
        this.owner = owner;
        this.account = account;
        this.clock = clock;
    }

    synchronized void refuseAccount(long code) {
        refusal = Optional.of(code);
    }

    /// Whether an XSTS token is meant for the game.
    synchronized boolean isForHalo(String xstsToken) {
        return HALO.equals(xstsTokens.get(xstsToken));
    }

    /// A user token for an access token.
    synchronized Reply userToken(Request request) {
        String ticket = request.json().path("Properties").path("RpsTicket").asString("");
        boolean known = ticket.startsWith("d=") && account.knows(ticket.substring(2));
        if (!hasContract(request) || !known) {
            return Reply.empty(401);
        }
        String token = token("user");
        userTokens.add(token);
        return xbox(token, XBOX_USER_LIFE, new JsonObject().with("uhs", USER_HASH));
    }

    /// An XSTS token for a user token. The player's identity is in that for Xbox alone.
    synchronized Reply xstsToken(Request request) {
        JsonNode body = request.json();
        String party = body.path("RelyingParty").asString("");
        boolean known = party.equals(HALO) || party.equals(XBOX);
        boolean valid = userTokens.contains(
                body.path("Properties").path("UserTokens").path(0).asString(""));
        if (refusal.isPresent()) {
            return Reply.json(
                    401,
                    new JsonObject()
                            .with("Identity", "0")
                            .with("XErr", refusal.get())
                            .with("Message", "")
                            .toString());
        }
        if (!hasContract(request) || !known || !valid) {
            return Reply.empty(known ? 401 : 400);
        }
        String token = token("xsts");
        xstsTokens.put(token, party);
        JsonObject claims = new JsonObject();
        if (party.equals(XBOX)) {
            claims.with("gtg", owner.gamertag()).with("xid", Long.toString(owner.xuid()));
        }
        claims.with("uhs", USER_HASH);
        if (party.equals(XBOX)) {
            claims.with("agg", "Adult").with("usr", "").with("utr", "").with("prv", "");
        }
        return xbox(token, XSTS_LIFE, claims);
    }

    private Reply xbox(String token, Duration life, JsonObject claims) {
        Instant now = clock.instant();
        return Reply.json(new JsonObject()
                .with("IssueInstant", now.toString())
                .with("NotAfter", now.plus(life).toString())
                .with("Token", token)
                .with("DisplayClaims", new JsonObject().with("xui", List.of(claims)))
                .toString());
    }

    /// Whether a request to Xbox has the header for its XSTS token.
    synchronized boolean admits(Request request) {
        String prefix = "XBL3.0 x=" + USER_HASH + ";";
        return request.header("Authorization")
                .filter(value -> value.startsWith(prefix))
                .filter(value -> XBOX.equals(xstsTokens.get(value.substring(prefix.length()))))
                .isPresent();
    }

    private static boolean hasContract(Request request) {
        return request.header("x-xbl-contract-version").isPresent();
    }

    private String token(String kind) {
        issued++;
        return String.format(Locale.ROOT, "%s-%06d", kind, issued);
    }
}
