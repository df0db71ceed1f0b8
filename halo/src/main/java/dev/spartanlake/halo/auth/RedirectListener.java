package dev.spartanlake.halo.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.spartanlake.halo.error.SettingRefused;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Takes one redirect of a browser on this machine. Whatever comes without the right state, from
/// whichever page or program, is turned away and changes nothing.
final class RedirectListener implements AutoCloseable {

    private static final String NAME = "sign-in";
    private static final String PATH = "/signed-in";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final String DONE = "Done. You can close this page. / C'est fait. Vous pouvez fermer cette page.";
    private static final String DECLINED =
            "You did not sign in. You can close this page. / Vous ne vous êtes pas connecté."
                    + " Vous pouvez fermer cette page.";
    private static final String ELSEWHERE = "This page is not the end of the sign-in under way. / Cette page ne termine"
            + " pas la connexion en cours.";

    private final HttpServer server;
    private final Secret state;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Map<String, String>> arrived = new CompletableFuture<>();

    private RedirectListener(HttpServer server, Secret state) {
        this.server = server;
        this.state = state;
    }

    static RedirectListener open(int port, Secret state) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            RedirectListener listener = new RedirectListener(server, state);
            server.createContext("/", listener::serve);
            server.start();
            return listener;
        } catch (IOException _) {
            throw new SettingRefused("the port that the browser comes back to: expected a free one on this machine,"
                    + " found that " + port + " cannot be had");
        }
    }

    /// Where the browser is sent. Applications are registered with the name `localhost`, not with
    /// its number.
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    Reply<AuthorizationCode> await(Duration longest, Secret verifier) throws InterruptedException {
        try {
            Map<String, String> query = arrived.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            Optional<Secret> code = code(query);
            return code.isPresent()
                    ? new Reply.Found<>(new AuthorizationCode(code.get(), verifier, address()))
                    : new Reply.Unauthorized<>(NAME, reason(query.getOrDefault("error", "")));
        } catch (TimeoutException _) {
            return new Reply.Unavailable<>(NAME, "nobody signed in within " + longest.toSeconds() + " s");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nothing fails a redirect", impossible);
        }
    }

    private static String reason(String error) {
        return error.equals("access_denied")
                ? "the sign-in was declined in the browser"
                : "the browser brought no code" + (error.matches("[a-z_]{1,40}") ? " (" + error + ")" : "");
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        boolean first = exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals(PATH)
                && isState(query.getOrDefault("state", ""))
                && taken.compareAndSet(false, true);
        try (exchange) {
            byte[] body = (first ? end(query) : ELSEWHERE).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            // The code is in the address; no page that comes after may learn it.
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(first ? OK : BAD_REQUEST, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            if (first) {
                // Only now: whoever waits for it closes the listener, and with it what is still being sent.
                arrived.complete(query);
            }
        }
    }

    private static String end(Map<String, String> query) {
        return code(query).isEmpty() ? DECLINED : DONE;
    }

    private static Optional<Secret> code(Map<String, String> query) {
        String code = query.getOrDefault("code", "");
        return code.isBlank() || !code.chars().allMatch(letter -> letter >= ' ' && letter <= '~')
                ? Optional.empty()
                : Optional.of(Secret.of(code));
    }

    private boolean isState(String text) {
        return text.matches("[A-Za-z0-9_-]+") && Secret.of(text).equals(state);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", 100)) {
                String[] parts = pair.split("=", 2);
                values.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
