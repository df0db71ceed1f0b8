package dev.spartanlake.halo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.HaloSettings;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.server.ScriptedServer;
import dev.spartanlake.halo.wire.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private ScriptedServer server;
    private TokenStore store;
    private final List<Integer> statuses = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        ChainServer.script(server);
        store = TokenStore.at(directory.resolve("tokens.json"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signsIn() throws Exception {
        List<URI> opened = new ArrayList<>();

        Reply<Optional<Identity>> reply = signIn(LONG, address -> {
            opened.add(address);
            comeBack(address, "code=hush-code&state=" + query(address).get("state"));
        });

        assertThat(reply).isEqualTo(new Reply.Found<>(Optional.of(new Identity(2533274800000001L, "Some Player"))));
        assertThat(statuses).containsExactly(200);
        assertThat(pages)
                .containsExactly("Done. You can close this page. / C'est fait. Vous pouvez fermer cette page.");
        assertThat(store.load())
                .get()
                .isInstanceOfSatisfying(
                        StoredTokens.SignedIn.class,
                        signedIn -> assertThat(signedIn.refresh()).isEqualTo(Secret.of("hush-refresh-1")));
        Map<String, String> asked = query(opened.getFirst());
        Map<String, String> redeemed =
                form(server.seen(ChainServer.ACCOUNT).getFirst().body());
        assertThat(opened.getFirst().getPath()).isEqualTo("/login.live.com/oauth20_authorize.srf");
        assertThat(asked)
                .containsEntry("client_id", "app-1")
                .containsEntry("response_type", "code")
                .containsEntry("scope", "Xboxlive.signin Xboxlive.offline_access")
                .containsEntry("code_challenge_method", "S256");
        assertThat(redeemed)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "hush-code")
                .containsEntry("redirect_uri", asked.get("redirect_uri"));
        assertThat(redeemed.get("code_verifier")).hasSizeBetween(43, 128);
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(redeemed.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlDecoder().decode(asked.get("code_challenge"))).isEqualTo(digest);
        assertThat(opened.getFirst().toString()).doesNotContain(redeemed.getOrDefault("code_verifier", ""));
    }

    @Test
    void turnsAwayWhoDoesNotKnowTheState() throws InterruptedException {
        Reply<Optional<Identity>> reply = signIn(LONG, address -> {
            comeBack(address, "code=hush-other&state=guessed");
            comeBack(address, "code=hush-other");
            comeBack(address, "");
            comeBack(address, "code=hush-code&state=" + query(address).get("state"));
            comeBack(address, "code=hush-late&state=" + query(address).get("state"));
        });

        assertThat(reply).isInstanceOf(Reply.Found.class);
        assertThat(statuses).containsExactly(400, 400, 400, 200, 400);
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
        assertThat(server.seen(ChainServer.ACCOUNT).getFirst().body()).contains("code=hush-code&");
    }

    @Test
    void saysThatThePersonDeclined() throws InterruptedException {
        assertThat(signIn(
                        LONG,
                        address -> comeBack(
                                address,
                                "error=access_denied&state=" + query(address).get("state"))))
                .isEqualTo(new Reply.Unauthorized<>("sign-in", "the sign-in was declined in the browser"));
        assertThat(server.seen()).isEmpty();
        assertThat(pages)
                .singleElement()
                .asString()
                .startsWith("You did not sign in.")
                .contains(" / Vous ne vous ");
    }

    @Test
    void showsTheWholePageBeforeAnybodyClosesTheListener() throws Exception {
        Secret state = Secret.of("some-state");
        for (int i = 0; i < 100; i++) {
            Socket browser;
            try (RedirectListener listener = RedirectListener.open(0, state)) {
                browser = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(listener.address()).getPort());
                browser.getOutputStream()
                        .write("GET /signed-in?code=a&state=some-state HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(listener.await(LONG, Secret.of("verifier"))).isInstanceOf(Reply.Found.class);
            }
            try (browser) {
                assertThat(new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("Vous pouvez fermer cette page.");
            }
        }
    }

    @Test
    void sendsTheCodeNotAgainWhereTheAnswerIsLost() throws InterruptedException {
        server.on(ChainServer.ACCOUNT, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.close();
        });

        Reply<Optional<Identity>> reply = signIn(
                LONG,
                address -> comeBack(
                        address, "code=hush-code&state=" + query(address).get("state")));

        assertThat(reply).isInstanceOf(Reply.Unavailable.class);
        assertThat(server.seen(ChainServer.ACCOUNT)).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItShould() throws InterruptedException {
        assertThat(signIn(Duration.ofMillis(1), _ -> {}))
                .isEqualTo(new Reply.Unavailable<>("sign-in", "nobody signed in within 0 s"));
        assertThat(store.load()).isEmpty();
    }

    private Reply<Optional<Identity>> signIn(Duration longest, Consumer<URI> browser) throws InterruptedException {
        return HaloClient.signIn(
                HaloSettings.standard().withOrigins(server.origins()),
                new Credentials.SignedIn(new OAuthApp("app-1"), store),
                0,
                browser,
                longest);
    }

    private void comeBack(URI address, String query) {
        URI redirect = URI.create(
                query(address).getOrDefault("redirect_uri", "").replace("localhost", "127.0.0.1") + "?" + query);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> page =
                    browser.send(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.ofString());
            statuses.add(page.statusCode());
            pages.add(page.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, String> query(URI address) {
        return form(address.getRawQuery());
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
