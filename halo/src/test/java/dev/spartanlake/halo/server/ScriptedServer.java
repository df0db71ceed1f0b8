package dev.spartanlake.halo.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.spartanlake.halo.wire.Origins;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// A web server on this machine. Each path answers what a test put there, one after the other, the
/// last one again and again; any other path is 404. Remembers what was asked.
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Deque<Script>> scripts = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();

    /// What a request looked like.
    ///
    /// @param target path and query as they came
    /// @param headers by lower-case name
    public record Seen(String method, String target, Map<String, String> headers, String body) {}

    /// Answers one request.
    @FunctionalInterface
    public interface Script {

        /// Writes the answer.
        void answer(HttpExchange exchange) throws IOException;
    }

    /// Starts on a free port.
    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /// An answer with a body in JSON.
    public static Script json(String body) {
        return status(200, body);
    }

    /// An answer with a status.
    public static Script status(int status, String body) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// An answer with a status, headers and a body.
    public static Script bytes(int status, byte[] body, Map<String, String> headers) {
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            boolean empty = body.length == 0 || status == 304;
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    /// A body as gzip.
    public static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    /// Says what a path answers: the first request the first, and so on.
    ///
    /// @param path of an origin, such as `/halostats/hi/matches`, without the query
    public synchronized void on(String path, Script... answers) {
        scripts.put(path, new ArrayDeque<>(List.of(answers)));
    }

    /// The template of addresses that leads here.
    public Origins origins() {
        return Origins.of("http://127.0.0.1:" + port() + "/{origin}");
    }

    /// Its port.
    public int port() {
        return server.getAddress().getPort();
    }

    /// All requests so far.
    public synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    /// The requests so far for a path.
    public synchronized List<Seen> seen(String path) {
        return seen.stream()
                .filter(request -> request.target().split("\\?", 2)[0].equals(path))
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            Script script;
            synchronized (this) {
                seen.add(new Seen(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
                Deque<Script> answers = scripts.getOrDefault(
                        exchange.getRequestURI().getRawPath(), new ArrayDeque<>(List.of(status(404, ""))));
                script = answers.size() > 1 ? answers.remove() : answers.element();
            }
            script.answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
