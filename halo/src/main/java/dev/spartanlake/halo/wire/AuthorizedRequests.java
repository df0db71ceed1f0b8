package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import java.util.Map;
import java.util.Optional;

/// Sends requests with the tokens they need. When these are rejected they are renewed once, and the
/// request is sent once more.
public final class AuthorizedRequests {

    private final Requests requests;
    private final Authorization authorization;
    private final RequestLog log;

    /// @param log is told of requests that are sent once more
    public AuthorizedRequests(Requests requests, Authorization authorization, RequestLog log) {
        this.requests = requests;
        this.authorization = authorization;
        this.log = log;
    }

    /// Sends a request.
    ///
    /// @return where there are no tokens: [Reply.Unauthorized], [Reply.Throttled] or
    ///     [Reply.Unavailable]
    /// @throws InterruptedException if the caller is not to wait any longer
    public Reply<Answer> send(Call call) throws InterruptedException {
        if (call.origin() == Origin.BLOBS) {
            return requests.send(call, Map.of());
        }
        return switch (authorization.current()) {
            case Grant.Denied denied -> denied.reply();
            case Grant.Tokens tokens -> {
                Reply<Answer> reply = requests.send(call, headers(call, tokens));
                yield reply instanceof Reply.Unauthorized<Answer> rejected ? again(call, tokens, rejected) : reply;
            }
        };
    }

    private Reply<Answer> again(Call call, Grant.Tokens tokens, Reply.Unauthorized<Answer> rejected)
            throws InterruptedException {
        return switch (authorization.renewed(tokens)) {
            case Grant.Denied denied -> denied.reply();
            case Grant.Tokens same when same.equals(tokens) -> rejected;
            case Grant.Tokens others -> {
                log.repeated(call.origin());
                yield requests.send(call, headers(call, others));
            }
        };
    }

    /// Whether there are tokens for Xbox Live, or could be.
    ///
    /// @throws InterruptedException if the caller is not to wait any longer
    public boolean reachesXbox() throws InterruptedException {
        return authorization.current() instanceof Grant.Tokens tokens
                && !tokens.xbox().isEmpty();
    }

    /// Whose the tokens are.
    ///
    /// @return empty when that is not known, or there are none
    /// @throws InterruptedException if the caller is not to wait any longer
    public Optional<Identity> identity() throws InterruptedException {
        return authorization.current() instanceof Grant.Tokens tokens
                ? Optional.ofNullable(tokens.identity())
                : Optional.empty();
    }

    private static Map<String, Secret> headers(Call call, Grant.Tokens tokens) {
        return call.origin() == Origin.XBOX_PROFILE ? tokens.xbox() : tokens.halo();
    }
}
