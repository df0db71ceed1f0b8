package dev.spartanlake.halo.auth;

import static dev.spartanlake.halo.server.ScriptedServer.bytes;
import static dev.spartanlake.halo.server.ScriptedServer.json;
import static dev.spartanlake.halo.server.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.HaloSettings;
import dev.spartanlake.halo.match.MatchCount;
import dev.spartanlake.halo.player.Player;
import dev.spartanlake.halo.player.Xuid;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.server.FakeTiming;
import dev.spartanlake.halo.server.ScriptedServer;
import dev.spartanlake.halo.server.ScriptedServer.Seen;
import dev.spartanlake.halo.wire.Identity;
import dev.spartanlake.halo.wire.Pace;
import dev.spartanlake.halo.wire.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static final Xuid PLAYER = new Xuid(2533274800000001L);
    private static final String COUNT = "/halostats/hi/players/xuid(2533274800000001)/matches/count";
    private static final ScriptedServer.Script SEVEN = json("{\"MatchesPlayedCount\": 7,"
            + " \"MatchmadeMatchesPlayedCount\": 4, \"CustomMatchesPlayedCount\": 2, \"LocalMatchesPlayedCount\": 1}");
    private static final ScriptedServer.Script INVALID_GRANT =
            status(400, "{\"error\": \"invalid_grant\", \"error_description\": \"hush-refresh-0 is old\"}");
    private static final StoredTokens PASTED = new StoredTokens.Pasted(
            Secret.of("hush-a"), Secret.of("hush-b"), Instant.parse("2026-11-27T12:00:00Z"), null);
    private static final StoredTokens OF_ANOTHER = new StoredTokens.SignedIn(
            Secret.of("hush-refresh-9"),
            new StoredTokens.Bought(
                    Secret.of("hush-spartan-9"),
                    Secret.of("hush-clearance-9"),
                    Secret.of("hush-xbox-9"),
                    Instant.parse("2026-11-27T16:00:00Z"),
                    null));
    private static final Pace PACE = new Pace(
            1000, 1, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), 50, Duration.ofMinutes(1));

    @TempDir
    private Path directory;

    private final FakeTiming timing = new FakeTiming();
    private ScriptedServer server;
    private TokenStore store;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        ChainServer.script(server);
        store = TokenStore.at(directory.resolve("tokens.json"));
        store.save(new StoredTokens.SignedIn(Secret.of("hush-refresh-0"), null));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void buysEverythingThatARequestCarries() throws InterruptedException {
        server.on(COUNT, SEVEN);

        assertThat(ask()).isEqualTo(new Reply.Found<>(new MatchCount(7)));

        assertThat(server.seen().stream().map(seen -> seen.method() + " " + seen.target()))
                .containsExactly(
                        "POST /login.live.com/oauth20_token.srf",
                        "POST /user.auth.xboxlive.com/user/authenticate",
                        "POST /xsts.auth.xboxlive.com/xsts/authorize",
                        "POST /xsts.auth.xboxlive.com/xsts/authorize",
                        "POST /settings/spartan-token",
                        "GET /settings/oban/flight-configurations/titles/hi/audiences/RETAIL/active",
                        "GET " + COUNT);
        List<Seen> seen = server.seen();
        assertThat(seen.get(0).body())
                .isEqualTo("client_id=app-1&grant_type=refresh_token&refresh_token=hush-refresh-0"
                        + "&scope=Xboxlive.signin%20Xboxlive.offline_access");
        assertThat(seen.get(1).body())
                .contains("\"RpsTicket\":\"d=hush-access-1\"", "\"RelyingParty\":\"http://auth.xboxlive.com\"");
        assertThat(seen.get(2).body())
                .contains("\"RelyingParty\":\"http://xboxlive.com\"", "\"UserTokens\":[\"hush-user\"]");
        assertThat(seen.get(3).body()).contains("\"RelyingParty\":\"https://prod.xsts.halowaypoint.com/\"");
        assertThat(seen.get(4).body()).contains("{\"Token\":\"hush-xsts\",\"TokenType\":\"Xbox_XSTSv3\"}");
        assertThat(seen.get(5).headers()).containsEntry("x-343-authorization-spartan", "hush-spartan-1");
        assertThat(seen.get(6).headers())
                .containsEntry("x-343-authorization-spartan", "hush-spartan-1")
                .containsEntry("343-clearance", "hush-clearance");
    }

    @Test
    void keepsTokensForTheNextProcess() throws InterruptedException {
        server.on(COUNT, SEVEN);

        ask();
        ask();

        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
        assertThat(server.seen(COUNT)).hasSize(2);
    }

    @Test
    void buysNewTokensBeforeTheOldOnesExpire() throws InterruptedException {
        server.on(COUNT, SEVEN);
        ask();

        timing.advance(Duration.ofHours(3).plusMinutes(56));
        ask();

        assertThat(server.seen(COUNT).getLast().headers())
                .containsEntry("x-343-authorization-spartan", "hush-spartan-2");
        assertThat(server.seen(ChainServer.ACCOUNT).getLast().body()).contains("refresh_token=hush-refresh-1");
    }

    @Test
    void renewsRejectedTokensOnce() throws InterruptedException {
        server.on(COUNT, status(401, ""), SEVEN);

        assertThat(ask()).isInstanceOf(Reply.Found.class);

        assertThat(server.seen(COUNT).stream().map(seen -> seen.headers().get("x-343-authorization-spartan")))
                .containsExactly("hush-spartan-1", "hush-spartan-2");
    }

    @Test
    void givesUpWhereNewTokensAreRejectedToo() throws InterruptedException {
        server.on(COUNT, status(401, ""));

        assertThat(ask())
                .isEqualTo(new Reply.Unauthorized<>(
                        "GET halostats /hi/players/xuid(2533274800000001)/matches/count",
                        "the service answered 401, so it does not accept the token"));
        assertThat(server.seen(COUNT)).hasSize(2);
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(2);
    }

    @Test
    void buysOnceForManyThreads() throws Exception {
        server.on(COUNT, SEVEN);
        try (HaloClient client = client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply<MatchCount>>> replies = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                replies.add(threads.submit(() -> client.matches().count(PLAYER)));
            }
            for (Future<Reply<MatchCount>> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Found.class);
            }
        }
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
        assertThat(server.seen(COUNT)).hasSize(20);
    }

    @Test
    void storesTheNewRefreshTokenBeforeAnythingCanFail() throws InterruptedException {
        server.on("/user.auth.xboxlive.com/user/authenticate", status(500, "no"));

        assertThat(ask()).isInstanceOf(Reply.Unavailable.class);

        assertThat(store.load()).contains(new StoredTokens.SignedIn(Secret.of("hush-refresh-1"), null));
    }

    @Test
    void takesWhatAnotherProcessBoughtWithTheTokenItSpentFirst() throws InterruptedException {
        server.on(COUNT, SEVEN);
        server.on(ChainServer.ACCOUNT, exchange -> {
            store.save(OF_ANOTHER);
            INVALID_GRANT.answer(exchange);
        });

        assertThat(ask()).isInstanceOf(Reply.Found.class);

        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
        assertThat(server.seen(COUNT).getLast().headers())
                .containsEntry("x-343-authorization-spartan", "hush-spartan-9");
        assertThat(store.load()).contains(OF_ANOTHER);
    }

    @Test
    void waitsForAnotherProcessToStoreWhatItGotForTheTokenItSpentFirst() throws InterruptedException {
        server.on(COUNT, SEVEN);
        server.on(ChainServer.ACCOUNT, INVALID_GRANT);
        Timing late = new Timing() {
            @Override
            public Instant now() {
                return timing.now();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                timing.pause(duration);
                if (!server.seen(ChainServer.ACCOUNT).isEmpty()) {
                    store.save(OF_ANOTHER);
                }
            }
        };

        try (HaloClient client = client(settings().withTiming(late))) {
            assertThat(client.matches().count(PLAYER)).isInstanceOf(Reply.Found.class);
        }
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
    }

    @Test
    void asksAgainOnceSomebodySignedIn() throws InterruptedException {
        server.on(COUNT, SEVEN);
        server.on(ChainServer.ACCOUNT, INVALID_GRANT);
        try (HaloClient client = client()) {
            assertThat(client.matches().count(PLAYER)).isInstanceOf(Reply.Unauthorized.class);
            store.save(OF_ANOTHER);

            assertThat(client.matches().count(PLAYER)).isInstanceOf(Reply.Found.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ChainServer.ACCOUNT, ChainServer.CLEARANCE})
    void doesNotUndoThatTheTokensWereTakenAway(String step) throws InterruptedException {
        server.on(COUNT, SEVEN);
        meanwhile(step, () -> store.delete());

        assertThat(ask()).isEqualTo(new Reply.Unauthorized<>("sign-in", "nobody is signed in; sign in first"));
        assertThat(store.load()).isEmpty();
        assertThat(server.seen(COUNT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ChainServer.ACCOUNT, ChainServer.CLEARANCE})
    void doesNotUndoThatTokensWerePasted(String step) throws InterruptedException {
        server.on(COUNT, SEVEN);
        meanwhile(step, () -> store.save(PASTED));

        assertThat(ask()).isInstanceOf(Reply.Unauthorized.class);
        assertThat(store.load()).contains(PASTED);
    }

    @Test
    void goesOnWithItsOwnTokensWhereAnotherProcessRenewedThemWhileItBought() throws InterruptedException {
        server.on(COUNT, SEVEN);
        StoredTokens ofAnother = new StoredTokens.SignedIn(Secret.of("hush-refresh-9"), null);
        meanwhile(ChainServer.CLEARANCE, () -> store.save(ofAnother));

        assertThat(ask()).isInstanceOf(Reply.Found.class);

        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
        assertThat(store.load()).contains(ofAnother);
    }

    /// Whether the token is spent is not known then.
    @Test
    void sendsARefreshTokenNotAgainWhereTheAnswerIsLost() throws InterruptedException {
        server.on(COUNT, SEVEN);
        server.on(
                ChainServer.ACCOUNT,
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.close();
                },
                ChainServer.account(1));

        assertThat(ask()).isInstanceOf(Reply.Unavailable.class);
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);

        assertThat(ask()).isInstanceOf(Reply.Found.class);
    }

    @Test
    void saysThatSomebodyHasToSignInAgainAndAsksNoMore() throws InterruptedException {
        server.on(ChainServer.ACCOUNT, INVALID_GRANT);
        try (HaloClient client = client()) {
            Reply<MatchCount> reply = client.matches().count(PLAYER);

            assertThat(reply)
                    .isEqualTo(new Reply.Unauthorized<>(
                            "POST login.live.com /oauth20_token.srf",
                            "the sign-in has expired or was taken back (invalid_grant); sign in again"));
            assertThat(client.matches().count(PLAYER)).isEqualTo(reply);
        }
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
        assertThat(store.load()).contains(new StoredTokens.SignedIn(Secret.of("hush-refresh-0"), null));
    }

    @Test
    void explainsWhyXboxGivesNoToken() throws InterruptedException {
        server.on(ChainServer.XSTS, status(401, "{\"Identity\": \"0\", \"XErr\": 2148916233, \"Message\": \"\"}"));

        assertThat(ask())
                .isEqualTo(new Reply.Unauthorized<>(
                        "POST xsts.auth.xboxlive.com /xsts/authorize",
                        "Xbox gave no token: the account has no Xbox profile; make one at xbox.com and sign in again"
                                + " (XErr 2148916233)"));
    }

    /// What a step of the sign-in did not give is nothing that the request asked for.
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void takesNoStepOfTheSignInForTheAnswer(int status) throws InterruptedException {
        server.on(COUNT, SEVEN);
        server.on(ChainServer.CLEARANCE, status(status, ""));

        assertThat(ask())
                .isInstanceOfSatisfying(
                        Reply.Unavailable.class,
                        unavailable -> assertThat(unavailable.explanation())
                                .startsWith("GET settings " + ChainServer.CLEARANCE.substring("/settings".length())
                                        + ": there are no tokens, because the service answered " + status));
        assertThat(server.seen(COUNT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void takesNoStepOfARenewalForTheAnswer(int status) throws InterruptedException {
        server.on(COUNT, status(401, ""));
        ask();
        server.on(ChainServer.CLEARANCE, status(status, ""));

        assertThat(ask()).isInstanceOf(Reply.Unavailable.class);
    }

    @Test
    void saysThatTheSignInIsThrottled() throws InterruptedException {
        server.on(COUNT, SEVEN);
        server.on(ChainServer.CLEARANCE, bytes(429, new byte[0], Map.of("Retry-After", "60")));

        assertThat(ask()).isInstanceOf(Reply.Throttled.class);
    }

    @Test
    void asksXboxWhereTheGameDoesNotKnowPlayers() throws InterruptedException {
        server.on("/profile/users", status(500, ""));
        server.on("/profile.xboxlive.com/users/batch/profile/settings", json("""
                {"profileUsers": [{"id": "2533274800000001", "hostId": "2533274800000001",
                 "settings": [{"id": "Gamertag", "value": "Some Player"}], "isSponsoredUser": false}]}"""));
        try (HaloClient client = client()) {
            assertThat(client.players().byXuids(List.of(PLAYER)))
                    .isEqualTo(new Reply.Found<>(List.of(new Player(PLAYER, "Some Player"))));
        }
        Seen seen = server.seen("/profile.xboxlive.com/users/batch/profile/settings")
                .getFirst();
        assertThat(seen.headers())
                .containsEntry("authorization", "XBL3.0 x=hush-hash;hush-xsts")
                .doesNotContainKey("x-343-authorization-spartan");
        assertThat(seen.body()).isEqualTo("{\"userIds\":[\"2533274800000001\"],\"settings\":[\"Gamertag\"]}");
    }

    @Test
    void knowsWhoSignedInWhereTheServiceDoesNot() throws InterruptedException {
        server.on("/profile/users/me", status(500, ""));
        try (HaloClient client = client()) {
            assertThat(client.players().me()).isEqualTo(new Reply.Found<>(new Player(PLAYER, "Some Player")));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000_000_000_000L, Long.MAX_VALUE})
    void knowsWhoSignedInHoweverLongTheNumberIs(long number) throws InterruptedException {
        server.on("/profile/users/me", status(500, ""));
        server.on(ChainServer.XSTS, json("""
                {"NotAfter": "2030-01-01T00:00:00Z", "Token": "hush-xsts", "DisplayClaims":
                 {"xui": [{"gtg": "Some Player", "xid": "%d", "uhs": "hush-hash"}]}}""".formatted(number)));
        try (HaloClient client = client()) {
            assertThat(client.players().me()).isEqualTo(new Reply.Found<>(new Player(new Xuid(number), "Some Player")));
        }
    }

    @Test
    void saysThatNobodyIsSignedIn() throws InterruptedException {
        store.delete();

        assertThat(ask()).isEqualTo(new Reply.Unauthorized<>("sign-in", "nobody is signed in; sign in first"));
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void cannotRenewPastedTokens() throws InterruptedException {
        server.on(COUNT, status(401, ""));
        Credentials pasted = new Credentials.Pasted(Secret.of("hush-a"), Secret.of("hush-b"));
        try (HaloClient client = HaloClient.open(settings(), pasted)) {
            assertThat(client.matches().count(PLAYER))
                    .isEqualTo(new Reply.Unauthorized<>(
                            "sign-in",
                            "the pasted Spartan token is not accepted; it is good for some four hours, so paste a new"
                                    + " one"));
        }
        assertThat(server.seen()).hasSize(1);
        assertThat(server.seen().getFirst().headers())
                .containsEntry("x-343-authorization-spartan", "hush-a")
                .containsEntry("343-clearance", "hush-b");
    }

    @Test
    void remembersWhosePastedTokensAre() throws InterruptedException {
        server.on("/profile/users/me", status(503, ""));
        StoredTokens.Pasted pasted = new StoredTokens.Pasted(
                Secret.of("hush-a"), Secret.of("hush-b"), Instant.EPOCH, new Identity(2_533_270_000_000_001L, "Demo"));
        try (HaloClient client = HaloClient.open(settings(), pasted.credentials())) {
            assertThat(client.players().me())
                    .isEqualTo(new Reply.Found<>(new Player(new Xuid(2_533_270_000_000_001L), "Demo")));
        }
    }

    @Test
    void neverShowsASecret() throws InterruptedException {
        server.on(COUNT, SEVEN);
        ask();
        StoredTokens stored = store.load().orElseThrow();
        Credentials pasted = new Credentials.Pasted(Secret.of("hush-a"), Secret.of("hush-b"));
        List<Object> holders = List.of(
                stored,
                TokenFile.write(stored),
                store,
                pasted,
                new Credentials.SignedIn(new OAuthApp("app-1"), store),
                new OAuthTokens(Secret.of("hush-d"), Secret.of("hush-e")),
                new AuthorizationCode(Secret.of("hush-f"), Secret.of("hush-g"), "http://localhost"),
                new PastedTokens(new Credentials.Pasted(Secret.of("hush-a"), Secret.of("hush-b"))).current());
        assertThat(holders).allSatisfy(holder -> assertThat(holder.toString()).doesNotContain("hush"));
        String[] broken = {
            "", "hush-x", "{\"Token\": \"hush-x", "[]", "{\"SpartanToken\": 7}", "{\"SpartanToken\": \"hush\\n\"}"
        };
        for (String body : broken) {
            store.save(new StoredTokens.SignedIn(Secret.of("hush-refresh-0"), null));
            server.on(ChainServer.SPARTAN, json(body));
            assertThat(ask())
                    .isInstanceOfSatisfying(
                            Reply.Unavailable.class,
                            unavailable -> assertThat(unavailable.explanation())
                                    .startsWith("POST settings /spartan-token: there are no tokens, because the answer")
                                    .doesNotContain("hush"));
        }
    }

    @Test
    void tokensThatWerePastedMeanwhileAreNotTakenForThoseOfTheSignIn() throws InterruptedException {
        server.on(COUNT, SEVEN);
        store.save(PASTED);

        assertThat(ask())
                .isEqualTo(new Reply.Unauthorized<>(
                        "sign-in", "tokens were pasted meanwhile in the place of the sign-in; start again"));
        assertThat(store.load()).contains(PASTED);
        assertThat(server.seen()).isEmpty();
    }

    private Reply<MatchCount> ask() throws InterruptedException {
        try (HaloClient client = client()) {
            return client.matches().count(PLAYER);
        }
    }

    /// Lets something happen before a step of the sign-in is answered.
    private void meanwhile(String step, Runnable event) {
        ScriptedServer.Script answer = step.equals(ChainServer.ACCOUNT)
                ? ChainServer.account(1)
                : json("{\"FlightConfigurationId\": \"hush-clearance\"}");
        server.on(step, exchange -> {
            event.run();
            answer.answer(exchange);
        });
    }

    private HaloClient client() {
        return client(settings());
    }

    private HaloClient client(HaloSettings settings) {
        return HaloClient.open(settings, new Credentials.SignedIn(new OAuthApp("app-1"), store));
    }

    private HaloSettings settings() {
        return HaloSettings.standard()
                .withOrigins(server.origins())
                .withPace(PACE)
                .withTiming(timing);
    }
}
