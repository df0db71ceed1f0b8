package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/// The sign-in of Microsoft: a code for a person's consent, bound to a verifier (PKCE), and tokens
/// for the code. A refresh token is good once.
///
/// **Threads**: safe.
final class MicrosoftAccount {

    private static final String SCOPE = "Xboxlive.signin Xboxlive.offline_access";
    private static final int LIFE_SECONDS = 3600;

    private final InstantSource clock;
    private final Map<String, Consent> codes = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private int issued;

    private record Consent(String clientId, String redirectUri, String challenge) {}

    MicrosoftAccount(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String issueRefreshToken() {
        String token = token("refresh");
        refreshTokens.add(token);
        return token;
    }

    synchronized void revokeRefreshTokens() {
        refreshTokens.clear();
    }

    synchronized boolean knows(String accessToken) {
        Instant expires = accessTokens.get(accessToken);
        return expires != null && clock.instant().isBefore(expires);
    }

    /// Where a browser is sent. The person consents at once.
    synchronized Reply authorize(Request request) {
        Optional<String> client = request.parameter("client_id");
        Optional<String> redirect = request.parameter("redirect_uri");
        Optional<String> challenge = request.parameter("code_challenge");
        boolean usual = request.parameter("response_type").equals(Optional.of("code"))
                && request.parameter("code_challenge_method").equals(Optional.of("S256"))
                && request.parameter("scope").filter(MicrosoftAccount::isScope).isPresent();
        if (!usual || client.isEmpty() || redirect.isEmpty() || challenge.isEmpty()) {
            return Reply.empty(400);
        }
        String code = token("code");
        codes.put(code, new Consent(client.get(), redirect.get(), challenge.get()));
        String state = request.parameter("state")
                .map(value -> "&state=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
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
        accessTokens.put(access, clock.instant().plusSeconds(LIFE_SECONDS));
        return Reply.json(new JsonObject()
                .with("token_type", "bearer")
                .with("expires_in", LIFE_SECONDS)
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
