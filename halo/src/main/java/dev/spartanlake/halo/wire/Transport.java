package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.secret.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Sends a request once and reads the answer to its end, within limits. One connection pool for all
/// services. Follows no redirect: a token must not go where an answer says.
final class Transport implements AutoCloseable {

    private final Origins origins;
    private final TimeLimits limits;
    private final String userAgent;
    private final Timing timing;
    private final HttpClient client;

    Transport(Origins origins, TimeLimits limits, String userAgent, Timing timing) {
        this.origins = origins;
        this.limits = limits;
        this.timing = timing;
        this.userAgent = userAgent;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Outcome send(Call call, Map<String, Secret> tokens) throws InterruptedException {
        CompletableFuture<HttpResponse<BoundedBody.Received>> exchange =
                client.sendAsync(request(call, tokens), _ -> new BoundedBody(call.mostBytes()));
        try {
            return outcome(call, timing.await(exchange, limits.whole()));
        } catch (TimeoutException _) {
            return new Outcome.Lost(
                    "the answer had not ended after " + seconds(limits.whole().toMillis()));
        } catch (ExecutionException failed) {
            return failed(failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(Call call, Map<String, Secret> tokens) {
        URI address = origins.locate(call.origin(), call.path());
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limits.answer());
        // Without encryption HTTP/2 would have to be negotiated by an upgrade, which a plain local server ignores.
        request.version("http".equals(address.getScheme()) ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2);
        request.header("User-Agent", userAgent).header("Accept-Encoding", "gzip");
        call.headers().forEach(request::header);
        tokens.forEach((name, token) -> request.header(name, token.reveal()));
        return call.body() == null
                ? request.GET().build()
                : request.POST(BodyPublishers.ofByteArray(call.body().toArray()))
                        .build();
    }

    private static Outcome outcome(Call call, HttpResponse<BoundedBody.Received> response) {
        return switch (response.body()) {
            case BoundedBody.Received.Overlong() -> ContentCoding.overlong(call.mostBytes());
            case BoundedBody.Received.Whole(Bytes body) -> {
                String coding =
                        response.headers().firstValue("Content-Encoding").orElse("identity");
                yield ContentCoding.decode(coding, body, call.mostBytes())
                        .outcome(response.statusCode(), firstValues(response.headers()));
            }
        };
    }

    private static Map<String, String> firstValues(HttpHeaders headers) {
        Map<String, String> first = new LinkedHashMap<>();
        headers.map().forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }

    private Outcome failed(@Nullable Throwable failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                ? new Outcome.Unsent(reason(failure))
                : new Outcome.Lost(reason(failure));
    }

    private String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ ->
                "no connection within " + seconds(limits.connect().toMillis());
            case HttpTimeoutException _ ->
                "no answer within " + seconds(limits.answer().toMillis());
            case ConnectException refused
            when refused.getCause() instanceof UnresolvedAddressException ->
                "the host is not known; is there a network?";
            case ConnectException _ -> "the connection was refused";
            case SSLException _ -> "no encrypted connection could be made";
            case IOException _ -> "the connection broke off";
            case null -> "the request failed";
            default -> "the request failed: " + failure.getClass().getSimpleName();
        };
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
