package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.generator.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The chain of tokens from a person's consent to the Spartan token, each checked by the one that takes it.
///
/// **Threads**: safe.
public final class SignIn {

    private static final String HALO = "https://prod.xsts.halowaypoint.com/";
    private static final String XBOX = "http://xboxlive.com";
    private static final String SCOPE = "Xboxlive.signin Xboxlive.offline_access";
    private static final String USER_HASH = "1234567890123456789";
    private static final Duration XBOX_USER_LIFE = Duration.ofDays(14);
    private static final Duration XSTS_LIFE = Duration.ofHours(16);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TrackedPlayer owner;
    private final InstantSource clock;
    private final Map<String, Consent> codes = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private final Set<String> userTokens = new HashSet<>();
    private final Map<String, String> xstsTokens = new HashMap<>();
    private final Map<String, Grant> spartanTokens = new HashMap<>();
    private Duration spartanLife = Duration.ofHours(4);
    private int spartanRequests = Integer.MAX_VALUE;
    private Optional<Long> refusal = Optional.empty();
    private int issued;

    private record Consent(String clientId, String redirectUri, String challenge) {}

    private static final class Grant {

        private final Instant expires;
        private int requestsLeft;

        Grant(Instant expires, int requestsLeft) {
            this.expires = expires;
            this.requestsLeft = requestsLeft;
        }
    }

    SignIn(TrackedPlayer owner, InstantSource clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /// A refresh token, as if the person had signed in before.
    public synchronized String issueRefreshToken() {
        String token = token("refresh");
        refreshTokens.add(token);
        return token;
    }

    /// A Spartan token, as if all the chain had been gone through.
    public synchronized String issueSpartanToken() {
        String token = token("v4=spartan");
        spartanTokens.put(token, new Grant(clock.instant().plus(spartanLife), spartanRequests));
        return token;
    }

    /// The clearance that goes with every Spartan token.
    public String clearance() {
        return "0b91d9c9-0000-4000-8000-000000000001";
    }

    /// From now on Spartan tokens are good for so many requests.
    public synchronized void spartanTokensLast(int requests) {
        spartanRequests = requests;
    }

    /// From now on Spartan tokens are good for so long.
    public synchronized void spartanTokensLast(Duration life) {
        spartanLife = life;
    }

    /// All Spartan tokens given out so far are no good any more.
    public synchronized void expireSpartanTokens() {
        spartanTokens.clear();
    }

    /// All refresh tokens given out so far are no good any more: the person has to sign in again.
    public synchronized void revokeRefreshTokens() {
        refreshTokens.clear();
    }

    /// From now on XSTS refuses the account.
    ///
    /// @param code the `XErr`, such as 2148916233 where the account has no profile of Xbox
    public synchronized void refuseAccount(long code) {
        refusal = Optional.of(code);
    }

    /// Whether a Spartan token is good, which uses up one of its requests.
    synchronized boolean admits(Optional<String> spartanToken) {
        Grant grant = spartanToken.map(spartanTokens::get).orElse(null);
        if (grant == null || grant.requestsLeft == 0 || !clock.instant().isBefore(grant.expires)) {
            return false;
        }
        grant.requestsLeft--;
        return true;
    }

    /// Where a browser is sent. The person consents at once.
    synchronized Reply authorize(Request request) {
        Optional<String> client = request.parameter("client_id");
        Optional<String> redirect = request.parameter("redirect_uri");
        Optional<String> challenge = request.parameter("code_challenge");
        boolean usual = request.parameter("response_type").equals(Optional.of("code"))
                && request.parameter("code_challenge_method").equals(Optional.of("S256"))
                && request.parameter("scope").filter(SignIn::isScope).isPresent();
        if (!usual || client.isEmpty() || redirect.isEmpty() || challenge.isEmpty()) {
            return Reply.empty(400);
        }
        String code = token("code");
        codes.put(code, new Consent(client.get(), redirect.get(), challenge.get()));
        String state = request.parameter("state")
                .map(value -> "&state=" + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse("");
        String separator = redirect.get().contains("?") ? "&" : "?";
        return Reply.empty(302).with("Location", redirect.get() + separator + "code=" + code + state);
    }

    private static boolean isScope(String scope) {
        return Set.of(scope.split(" ", -1)).equals(Set.of(SCOPE.split(" ", -1)));
    }

    /// Tokens for a code, which is good once, or a refresh token, which is too.
    synchronized Reply oauthToken(Request request) {
        Map<String, List<String>> form = Request.form(request.body());
        String grant = first(form, "grant_type");
        if (first(form, "client_id").isEmpty()) {
            return oauthError("invalid_request", "client_id is missing");
        }
        return switch (grant) {
            case "authorization_code" -> forCode(form);
            case "refresh_token" ->
                refreshTokens.remove(first(form, "refresh_token"))
                        ? tokens()
                        : oauthError("invalid_grant", "the refresh token is not the newest");
            default -> oauthError("unsupported_grant_type", grant);
        };
    }

    private Reply forCode(Map<String, List<String>> form) {
        Consent consent = codes.remove(first(form, "code"));
        if (consent == null) {
            return oauthError("invalid_grant", "the code is not known or was used");
        }
        boolean same = consent.clientId().equals(first(form, "client_id"))
                && consent.redirectUri().equals(first(form, "redirect_uri"));
        if (!same || !consent.challenge().equals(challenge(first(form, "code_verifier")))) {
            return oauthError("invalid_grant", "the code was not given for this");
        }
        return tokens();
    }

    private Reply tokens() {
        String access = token("access");
        accessTokens.put(access, clock.instant().plusSeconds(3600));
        return Reply.json(new JsonObject()
                .with("token_type", "bearer")
                .with("expires_in", 3600)
                .with("scope", SCOPE)
                .with("access_token", access)
                .with("refresh_token", issueRefreshToken())
                .with("user_id", "0000000000000001")
                .toString());
    }

    private static Reply oauthError(String error, String description) {
        return Reply.json(
                400,
                new JsonObject()
                        .with("error", error)
                        .with("error_description", description)
                        .toString());
    }

    /// A user token for an access token.
    synchronized Reply userToken(Request request) {
        String ticket =
                json(request.body()).path("Properties").path("RpsTicket").asString("");
        Instant expires = ticket.startsWith("d=") ? accessTokens.get(ticket.substring(2)) : null;
        if (!hasContract(request) || expires == null || !clock.instant().isBefore(expires)) {
            return Reply.empty(401);
        }
        String token = token("user");
        userTokens.add(token);
        return xbox(token, XBOX_USER_LIFE, new JsonObject().with("uhs", USER_HASH));
    }

    /// An XSTS token for a user token. The player's identity is in that for Xbox alone.
    synchronized Reply xstsToken(Request request) {
        JsonNode body = json(request.body());
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

    /// A Spartan token for the XSTS token that is meant for the game.
    synchronized Reply spartanToken(Request request) {
        JsonNode body = json(request.body());
        JsonNode proof = body.path("Proof").path(0);
        boolean valid = body.path("Audience").asString("").equals("urn:343:s3:services")
                && proof.path("TokenType").asString("").equals("Xbox_XSTSv3")
                && HALO.equals(xstsTokens.get(proof.path("Token").asString("")));
        if (!valid) {
            return Reply.empty(401);
        }
        return Reply.json(new JsonObject()
                .with(
                        "ExpiresUtc",
                        new JsonObject()
                                .with(
                                        "ISO8601Date",
                                        clock.instant().plus(spartanLife).toString()))
                .with("SpartanToken", issueSpartanToken())
                .with("TokenDuration", spartanLife.toString())
                .toString());
    }

    /// Whether a request to Xbox has the header for its XSTS token.
    synchronized boolean admitsXbox(Request request) {
        String prefix = "XBL3.0 x=" + USER_HASH + ";";
        return request.header("Authorization")
                .filter(value -> value.startsWith(prefix))
                .filter(value -> XBOX.equals(xstsTokens.get(value.substring(prefix.length()))))
                .isPresent();
    }

    private static boolean hasContract(Request request) {
        return request.header("x-xbl-contract-version").isPresent();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException _) {
            // What is no JSON has none of the members that are looked for.
            return MAPPER.createObjectNode();
        }
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private String token(String kind) {
        issued++;
        return String.format(Locale.ROOT, "%s-%06d", kind, issued);
    }
}
