package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Reply;
import java.time.Duration;

/// What an outcome means to whoever asked.
final class Judgement {

    private static final int BAD_REQUEST = 400;
    private static final int REDIRECT = 300;

    private Judgement() {}

    /// @param paused for how long the service wants to be left alone now
    static Reply<Answer> of(Call call, Outcome outcome, Duration paused) {
        String name = call.name();
        return switch (outcome) {
            case Outcome.Answered(Answer answer) ->
                call.accepts().contains(answer.status()) ? new Reply.Found<>(answer) : unwanted(name, answer, paused);
            case Outcome.Unreadable(String reason) -> new Reply.Malformed<>(name, "", reason);
            case Outcome.Unsent(String reason) -> new Reply.Unavailable<>(name, reason);
            case Outcome.Lost(String reason) -> new Reply.Unavailable<>(name, reason);
            case Outcome.Paused(Duration remaining) ->
                new Reply.Throttled<>(
                        name, "the service asked to be left alone for another " + seconds(remaining) + " s", remaining);
            case Outcome.Tripped(Duration remaining) ->
                new Reply.Unavailable<>(
                        name, "the service failed too often; it is not asked for another " + seconds(remaining) + " s");
        };
    }

    private static Reply<Answer> unwanted(String name, Answer answer, Duration paused) {
        String reason = "the service answered " + answer.status();
        return switch (answer.status()) {
            case 401 -> new Reply.Unauthorized<>(name, reason + ", so it does not accept the token");
            case 403 -> new Reply.Forbidden<>(name, reason + ", so this may not be seen");
            case 404, 410 -> new Reply.Absent<>(name, reason + ", so there is no such thing");
            case 429 -> new Reply.Throttled<>(name, reason + " again and again, so it wants fewer requests", paused);
            case 408 -> new Reply.Unavailable<>(name, reason);
            default -> other(name, answer.status(), reason);
        };
    }

    private static Reply<Answer> other(String name, int status, String reason) {
        if (status >= BAD_REQUEST && status < 500) {
            return new Reply.Refused<>(name, reason + ", so it takes the request for wrong");
        }
        return new Reply.Unavailable<>(
                name,
                status >= REDIRECT && status < BAD_REQUEST ? reason + ", a redirect, which is not followed" : reason);
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
