package dev.spartanlake.halo.cache;

import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Answer;
import dev.spartanlake.halo.wire.AuthorizedRequests;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.RequestLog;
import dev.spartanlake.halo.wire.Timing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gets answers, from the disk where they are known to be still true, and reads them. An answer
/// that cannot be read is not kept.
public final class Fetcher {

    private static final int NOT_MODIFIED = 304;
    private static final Duration DAY = Duration.ofDays(1);

    private final AuthorizedRequests requests;
    private final Origins origins;
    private final @Nullable ResponseCache cache;
    private final Timing timing;
    private final RequestLog log;

    /// @param origins where requests go: answers of one place are not taken for those of another
    /// @param cache where answers are kept; `null` because none are
    public Fetcher(
            AuthorizedRequests requests,
            Origins origins,
            @Nullable ResponseCache cache,
            Timing timing,
            RequestLog log) {
        this.requests = requests;
        this.origins = origins;
        this.cache = cache;
        this.timing = timing;
        this.log = log;
    }

    /// Sends a request.
    ///
    /// @throws InterruptedException if the caller is not to wait any longer
    public Reply<Answer> send(Call call) throws InterruptedException {
        return requests.send(call);
    }

    /// Sends a request and reads the answer.
    ///
    /// @throws InterruptedException if the caller is not to wait any longer
    public <T> Reply<T> fetch(Call call, JsonDecoder<T> decoder) throws InterruptedException {
        return switch (requests.send(call)) {
            case Reply.Found<Answer>(Answer answer) -> call.read(answer.body(), decoder);
            case Reply.Missed<Answer> missed -> missed.instead();
        };
    }

    /// Gets an answer that may be kept and reads it.
    ///
    /// @param keeping for how long it stays true
    /// @throws InterruptedException if the caller is not to wait any longer
    public <T> Reply<T> fetch(Call call, Keeping keeping, JsonDecoder<T> decoder) throws InterruptedException {
        if (cache == null) {
            return fetch(call, decoder);
        }
        String key = origins.locate(call.origin(), call.path()) + " "
                + call.headers().getOrDefault("Accept-Language", "");
        Optional<CachedAnswer> kept = cache.find(key);
        if (kept.isPresent() && isTrue(kept.get(), keeping)) {
            Reply<T> reply = call.read(kept.get().body(), decoder);
            if (reply instanceof Reply.Found<T>) {
                log.servedFromCache(call.origin());
                return reply;
            }
        }
        return renew(
                call, decoder, cache, key, kept.filter(answer -> !answer.etag().isEmpty()));
    }

    private boolean isTrue(CachedAnswer answer, Keeping keeping) {
        return switch (keeping) {
            case FOR_EVER -> true;
            case A_DAY -> timing.now().isBefore(answer.confirmed().plus(DAY));
        };
    }

    private <T> Reply<T> renew(
            Call call, JsonDecoder<T> decoder, ResponseCache cache, String key, Optional<CachedAnswer> kept)
            throws InterruptedException {
        Call conditional = kept.map(
                        answer -> call.with("If-None-Match", answer.etag()).accepting(NOT_MODIFIED))
                .orElse(call);
        return switch (requests.send(conditional)) {
            case Reply.Missed<Answer> missed -> missed.instead();
            case Reply.Found<Answer>(Answer answer) -> {
                boolean same = answer.status() == NOT_MODIFIED && kept.isPresent();
                Bytes body = same ? kept.get().body() : answer.body();
                String etag = same ? kept.get().etag() : answer.header("ETag").orElse("");
                Reply<T> reply = call.read(body, decoder);
                if (reply instanceof Reply.Found<T>) {
                    cache.keep(key, new CachedAnswer(body, etag, timing.now()));
                    if (same) {
                        log.servedFromCache(call.origin());
                    }
                }
                yield reply;
            }
        };
    }
}
