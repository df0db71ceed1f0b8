package dev.spartanlake.testsupport.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The chain of tokens, with the example of RFC 7636, appendix B.
class SignInTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String HALO = "https://prod.xsts.halowaypoint.com/";
    private static final String XBOX = "http://xboxlive.com";

    private Instant now = Instant.parse("2025-02-01T00:00:00Z");
    private final World world = World.of(Career.of(CareerPlan.mixed(7, 8)));
    private final HaloServer server = HaloServer.start(world, 0, () -> now, System::nanoTime);
    private final Client client = new Client(server);
    private final String history = "/hi/players/xuid(" + world.owner().xuid() + ")/matches";

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void leadsFromACodeToASpartanToken() throws Exception {
        JsonNode tokens = json(token(codeForm(code(CHALLENGE), VERIFIER)));
        String userToken = json(userToken(tokens.get("access_token").asString()))
                .get("Token")
                .asString();
        JsonNode xbox = json(xsts(userToken, XBOX));
        JsonNode halo = json(xsts(userToken, HALO));
        JsonNode spartan = json(spartan(halo.get("Token").asString()));
        client.use(spartan.get("SpartanToken").asString());

        assertThat(tokens.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(xbox.get("DisplayClaims").get("xui").get(0).get("xid").asString())
                .isEqualTo(Long.toString(world.owner().xuid()));
        assertThat(halo.get("DisplayClaims").get("xui").get(0).has("xid")).isFalse();
        assertThat(spartan.get("ExpiresUtc").get("ISO8601Date").asString()).isEqualTo("2025-02-01T04:00:00Z");
        assertThat(client.status(Service.HALOSTATS, history)).isEqualTo(200);
        assertThat(client.json(Service.SETTINGS, "/oban/flight-configurations/titles/hi/audiences/RETAIL/active")
                        .get("FlightConfigurationId")
                        .asString())
                .isEqualTo(server.signIn().clearance());
        assertThat(spartan(xbox.get("Token").asString()).statusCode()).isEqualTo(401);
    }

    @Test
    void givesBackTheStateWithTheCode() throws Exception {
        String location = authorize("&code_challenge=" + CHALLENGE + "&code_challenge_method=S256&state=a%26b")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(location).startsWith("http://localhost:1/done?code=").endsWith("&state=a%26b");
    }

    @Test
    void refusesACodeWithoutItsVerifier() throws Exception {
        HttpResponse<byte[]> refused = token(codeForm(code(CHALLENGE), VERIFIER + "x"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.MAPPER.readTree(refused.body()).get("error").asString())
                .isEqualTo("invalid_grant");
        assertThat(authorize("").statusCode()).isEqualTo(400);
    }

    @Test
    void acceptsACodeOnce() throws Exception {
        String form = codeForm(code(CHALLENGE), VERIFIER);

        assertThat(token(form).statusCode()).isEqualTo(200);
        assertThat(token(form).statusCode()).isEqualTo(400);
    }

    @Test
    void acceptsTheNewestRefreshTokenAlone() throws Exception {
        String first = server.signIn().issueRefreshToken();
        String second = json(token(refreshForm(first))).get("refresh_token").asString();

        assertThat(second).isNotEqualTo(first);
        assertThat(token(refreshForm(first)).statusCode()).isEqualTo(400);
        assertThat(token(refreshForm(second)).statusCode()).isEqualTo(200);
    }

    /// A client that never gets the new token must be able to use the old one again.
    @Test
    void aFaultUsesUpNoRefreshToken() throws Exception {
        String refreshToken = server.signIn().issueRefreshToken();
        server.faults().next(Kind.OAUTH_TOKEN, 1, new Fault.Status(503));

        assertThat(token(refreshForm(refreshToken)).statusCode()).isEqualTo(503);
        assertThat(token(refreshForm(refreshToken)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAccountsWithTheReason() throws Exception {
        server.signIn().refuseAccount(2148916233L);

        HttpResponse<byte[]> refused = xsts("any", XBOX);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Client.MAPPER.readTree(refused.body()).get("XErr").asLong()).isEqualTo(2148916233L);
    }

    @Test
    void spartanTokensLastForSoManyRequests() throws Exception {
        server.signIn().spartanTokensLast(2);
        client.use(server.signIn().issueSpartanToken());

        assertThat(client.status(Service.HALOSTATS, history)).isEqualTo(200);
        assertThat(client.status(Service.HALOSTATS, history)).isEqualTo(200);
        assertThat(client.status(Service.HALOSTATS, history)).isEqualTo(401);
    }

    @Test
    void spartanTokensLastForSoLong() throws Exception {
        server.signIn().spartanTokensLast(Duration.ofMinutes(5));
        client.use(server.signIn().issueSpartanToken());

        now = now.plus(Duration.ofMinutes(4));
        assertThat(client.status(Service.HALOSTATS, history)).isEqualTo(200);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(client.status(Service.HALOSTATS, history)).isEqualTo(401);
    }

    @Test
    void servesNamesOfXboxForItsToken() throws Exception {
        String access = json(token(refreshForm(server.signIn().issueRefreshToken())))
                .get("access_token")
                .asString();
        JsonNode xbox = json(xsts(json(userToken(access)).get("Token").asString(), XBOX));
        String hash = xbox.get("DisplayClaims").get("xui").get(0).get("uhs").asString();
        String body = "{\"userIds\":[\"" + world.owner().xuid() + "\"],\"settings\":[\"Gamertag\"]}";
        URI uri = URI.create(server.address(Service.XBOX_PROFILE) + "/users/batch/profile/settings");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body));

        assertThat(client.send(request.copy()).statusCode()).isEqualTo(401);
        JsonNode profiles = json(client.send(request.header(
                "Authorization", "XBL3.0 x=" + hash + ";" + xbox.get("Token").asString())));
        assertThat(profiles.get("profileUsers")
                        .get(0)
                        .get("settings")
                        .get(0)
                        .get("value")
                        .asString())
                .isEqualTo(world.owner().gamertag());
    }

    private HttpResponse<byte[]> authorize(String more) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(server.address(Service.LOGIN)
                + "/oauth20_authorize.srf?client_id=c&response_type=code"
                + "&scope=Xboxlive.signin%20Xboxlive.offline_access&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fdone"
                + more)));
    }

    private String code(String challenge) throws Exception {
        HttpResponse<byte[]> response = authorize("&code_challenge=" + challenge + "&code_challenge_method=S256");
        String location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("code=") + 5);
    }

    private static String codeForm(String code, String verifier) {
        return "grant_type=authorization_code&client_id=c&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fdone&code=" + code
                + "&code_verifier=" + verifier;
    }

    private static String refreshForm(String refreshToken) {
        return "grant_type=refresh_token&client_id=c&refresh_token=" + refreshToken;
    }

    private HttpResponse<byte[]> token(String form) throws Exception {
        return client.post(Service.LOGIN, "/oauth20_token.srf", FORM, form);
    }

    private HttpResponse<byte[]> userToken(String accessToken) throws Exception {
        return client.post(
                Service.XBOX_USER,
                "/user/authenticate",
                JSON,
                Client.MAPPER.writeValueAsString(Map.of("Properties", Map.of("RpsTicket", "d=" + accessToken))));
    }

    private HttpResponse<byte[]> xsts(String userToken, String party) throws Exception {
        return client.post(
                Service.XSTS,
                "/xsts/authorize",
                JSON,
                "{\"RelyingParty\":\"" + party + "\",\"Properties\":{\"UserTokens\":[\"" + userToken + "\"]}}");
    }

    private HttpResponse<byte[]> spartan(String xstsToken) throws Exception {
        return client.post(
                Service.SETTINGS,
                "/spartan-token",
                JSON,
                "{\"Audience\":\"urn:343:s3:services\",\"Proof\":[{\"Token\":\"" + xstsToken
                        + "\",\"TokenType\":\"Xbox_XSTSv3\"}]}");
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Client.MAPPER.readTree(response.body());
    }
}
