package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Answer;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Encoding;
import dev.spartanlake.halo.wire.Origin;
import dev.spartanlake.halo.wire.Requests;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The steps from a code, or a refresh token, to the tokens that requests carry. Each is one
/// request.
final class TokenChain {

    /// The header that carries a Spartan token.
    static final String SPARTAN_HEADER = "x-343-authorization-spartan";

    /// The header that carries a clearance.
    static final String CLEARANCE_HEADER = "343-clearance";

    /// Who trusts the token that is exchanged for a Spartan token.
    static final String HALO = "https://prod.xsts.halowaypoint.com/";

    /// Who trusts the token for Xbox Live itself, which tells who the player is.
    static final String XBOX_LIVE = "http://xboxlive.com";

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_BYTES = 256 << 10;
    private static final String JSON = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Requests requests;
    private final OAuthApp app;

    TokenChain(Requests requests, OAuthApp app) {
        this.requests = requests;
        this.app = app;
    }

    /// Takes the code that the browser brought, which is worth nothing afterwards.
    Reply<OAuthTokens> redeem(AuthorizationCode code) throws InterruptedException {
        Map<String, String> form = app.form();
        form.put("grant_type", "authorization_code");
        form.put("code", code.code().reveal());
        form.put("code_verifier", code.verifier().reveal());
        form.put("redirect_uri", code.redirect());
        return account(form);
    }

    /// Takes a refresh token, which is worth nothing afterwards.
    Reply<OAuthTokens> refresh(Secret refreshToken) throws InterruptedException {
        Map<String, String> form = app.form();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken.reveal());
        return account(form);
    }

    private Reply<OAuthTokens> account(Map<String, String> form) throws InterruptedException {
        Call call = Call.post(
                        Origin.LOGIN,
                        "/oauth20_token.srf",
                        "application/x-www-form-urlencoded",
                        Bytes.of(Encoding.form(form)),
                        MOST_BYTES)
                .accepting(BAD_REQUEST)
                .accepting(UNAUTHORIZED)
                .spending();
        return switch (requests.send(call, Map.of())) {
            case Reply.Missed<Answer> missed -> missed.instead();
            case Reply.Found<Answer>(Answer answer) ->
                answer.status() == BAD_REQUEST || answer.status() == UNAUTHORIZED
                        ? refused(call, answer)
                        : call.read(answer.body(), JsonDecoder.of(OAuthTokens::read));
        };
    }

    /// The description that comes with an error may repeat what was sent, so only its name is told.
    private static Reply<OAuthTokens> refused(Call call, Answer answer) {
        Reply<String> error = call.read(
                answer.body(), JsonDecoder.of(body -> body.field("error").text()));
        String name = error instanceof Reply.Found<String>(String text) && text.matches("[a-z_]{1,40}") ? text : "";
        if (name.equals("invalid_grant")) {
            return new Reply.Unauthorized<>(
                    call.name(), "the sign-in has expired or was taken back (invalid_grant); sign in again");
        }
        return new Reply.Unauthorized<>(
                call.name(),
                "the Microsoft account gave no token" + (name.isEmpty() ? "" : " (" + name + ")")
                        + "; check the client id and sign in again");
    }

    /// Buys the token of the Xbox user.
    Reply<XboxToken> user(Secret accessToken) throws InterruptedException {
        ObjectNode properties = MAPPER.createObjectNode()
                .put("AuthMethod", "RPS")
                .put("SiteName", "user.auth.xboxlive.com")
                .put("RpsTicket", "d=" + accessToken.reveal());
        return xbox(Origin.XBOX_USER, "/user/authenticate", "http://auth.xboxlive.com", properties);
    }

    /// Buys a token that somebody else trusts.
    ///
    /// @param relyingParty who that is
    Reply<XboxToken> xsts(XboxToken user, String relyingParty) throws InterruptedException {
        ObjectNode properties = MAPPER.createObjectNode().put("SandboxId", "RETAIL");
        properties.putArray("UserTokens").add(user.token().reveal());
        return xbox(Origin.XSTS, "/xsts/authorize", relyingParty, properties);
    }

    private Reply<XboxToken> xbox(Origin origin, String path, String relyingParty, ObjectNode properties)
            throws InterruptedException {
        ObjectNode body =
                MAPPER.createObjectNode().put("RelyingParty", relyingParty).put("TokenType", "JWT");
        body.set("Properties", properties);
        Call call = post(origin, path, body).with("x-xbl-contract-version", "1").accepting(UNAUTHORIZED);
        return switch (requests.send(call, Map.of())) {
            case Reply.Missed<Answer> missed -> missed.instead();
            case Reply.Found<Answer>(Answer answer) ->
                answer.status() == UNAUTHORIZED
                        ? XboxRefusal.explain(call, answer)
                        : call.read(answer.body(), JsonDecoder.of(XboxToken::read));
        };
    }

    /// Buys the token that the game's services want.
    ///
    /// @param halo the token that they trust
    Reply<SpartanToken> spartan(XboxToken halo) throws InterruptedException {
        ObjectNode body =
                MAPPER.createObjectNode().put("Audience", "urn:343:s3:services").put("MinVersion", "4");
        body.putArray("Proof").addObject().put("Token", halo.token().reveal()).put("TokenType", "Xbox_XSTSv3");
        return read(post(Origin.SETTINGS, "/spartan-token", body), null, SpartanToken::read);
    }

    /// Asks which state of the game's settings applies; some services want to be told.
    Reply<Secret> clearance(Secret spartan) throws InterruptedException {
        Call call =
                Call.get(Origin.SETTINGS, "/oban/flight-configurations/titles/hi/audiences/RETAIL/active", MOST_BYTES);
        return read(call, spartan, TokenChain::clearance);
    }

    private static Secret clearance(JsonValue value) throws UnexpectedJson {
        return SecretField.read(value.field("FlightConfigurationId"));
    }

    private <T> Reply<T> read(Call call, @Nullable Secret spartan, JsonDecoder.Shape<T> shape)
            throws InterruptedException {
        Map<String, Secret> tokens = spartan == null ? Map.of() : Map.of(SPARTAN_HEADER, spartan);
        return switch (requests.send(call, tokens)) {
            case Reply.Missed<Answer> missed -> missed.instead();
            case Reply.Found<Answer>(Answer answer) -> call.read(answer.body(), JsonDecoder.of(shape));
        };
    }

    private static Call post(Origin origin, String path, ObjectNode body) {
        return Call.post(origin, path, JSON, Bytes.of(MAPPER.writeValueAsString(body)), MOST_BYTES);
    }
}
