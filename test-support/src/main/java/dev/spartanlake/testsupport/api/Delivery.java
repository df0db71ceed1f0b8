package dev.spartanlake.testsupport.api;

import com.sun.net.httpserver.HttpExchange;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Sends answers, or what comes of them.
///
/// **Threads**: safe.
final class Delivery {

    private static final int PIECE = 1 << 16;
    private static final int WORTH_PACKING = 1024;
    private static final byte[] HTML =
            "<!DOCTYPE html><html><body>Service Unavailable</body></html>".getBytes(StandardCharsets.UTF_8);

    /// Open until the server is closed.
    private final CountDownLatch closing = new CountDownLatch(1);

    void close() {
        closing.countDown();
    }

    void send(HttpExchange exchange, Reply reply) throws IOException {
        headers(exchange, reply);
        byte[] body = reply.body();
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        boolean json = reply.headers().getOrDefault("Content-Type", "").startsWith("application/json");
        if (json && body.length > WORTH_PACKING && accepted != null && accepted.contains("gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            body = packed(body);
        }
        whole(exchange, reply.status(), body);
    }

    void send(HttpExchange exchange, Reply reply, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Status status -> whole(exchange, status.status(), new byte[0]);
            case Fault.TooManyRequests many -> {
                many.retryAfter()
                        .ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
                whole(exchange, 429, new byte[0]);
            }
            case Fault.Redirect redirect -> {
                exchange.getResponseHeaders().set("Location", redirect.location());
                whole(exchange, 302, new byte[0]);
            }
            case Fault.NotJson _ -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                whole(exchange, 200, HTML);
            }
            case Fault.Instead instead -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                whole(exchange, 200, instead.json().getBytes(StandardCharsets.UTF_8));
            }
            case Fault.HalfTheText _ -> {
                headers(exchange, reply);
                whole(exchange, reply.status(), Arrays.copyOf(reply.body(), reply.body().length / 2));
            }
            case Fault.ZlibBomb bomb ->
                whole(exchange, 200, HighlightChunkWriter.deflated(new byte[bomb.inflatedBytes()]));
            case Fault.TooLarge large -> spaces(exchange, large.bytes(), large.bytes());
            case Fault.Endless _ -> spaces(exchange, 0, Long.MAX_VALUE);
            case Fault.CutOff _ -> half(exchange, reply);
            case Fault.Stall _ -> {
                headers(exchange, reply);
                exchange.sendResponseHeaders(reply.status(), reply.body().length);
                OutputStream stream = exchange.getResponseBody();
                stream.write(reply.body(), 0, reply.body().length / 2);
                stream.flush();
                waitFor(Duration.ofDays(1));
                exchange.close();
            }
            case Fault.Slow slow -> pieces(exchange, reply, slow);
        }
    }

    private static void headers(HttpExchange exchange, Reply reply) {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
    }

    private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /// Closing an exchange whose body is not whole closes its connection.
    private static void half(HttpExchange exchange, Reply reply) throws IOException {
        headers(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), Math.max(2, reply.body().length));
        exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void pieces(HttpExchange exchange, Reply reply, Fault.Slow slow) throws IOException {
        headers(exchange, reply);
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        OutputStream stream = exchange.getResponseBody();
        for (int from = 0; from < body.length; from += slow.pieceBytes()) {
            stream.write(body, from, Math.min(slow.pieceBytes(), body.length - from));
            stream.flush();
            if (waitFor(slow.pause())) {
                break;
            }
        }
        exchange.close();
    }

    /// Spaces are what a JSON document may begin with.
    private void spaces(HttpExchange exchange, long length, long bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, length);
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) ' ');
        OutputStream stream = exchange.getResponseBody();
        for (long left = bytes; left > 0 && closing.getCount() > 0; left -= piece.length) {
            stream.write(piece, 0, (int) Math.min(left, piece.length));
        }
        exchange.close();
    }

    /// Whether the server was closed meanwhile.
    private boolean waitFor(Duration time) {
        try {
            return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}
