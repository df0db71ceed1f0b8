package dev.spartanlake.halo.reply;

import java.time.Duration;
import java.util.function.Function;

/// What came of a request: the thing asked for, or why there is none. Each case calls for something
/// else of the caller, and no case is thrown.
///
/// @param <T> what was asked for
public sealed interface Reply<T> {

    /// The thing asked for.
    record Found<T>(T value) implements Reply<T> {}

    /// The reasons for having nothing. A `request` is a method, a service and a path, such as
    /// `GET halostats /hi/players/xuid(…)/matches`; a `reason` is one line. Neither ever has a
    /// token in it.
    sealed interface Missed<T> extends Reply<T> {

        /// What was asked.
        String request();

        /// Why there is nothing.
        String reason();

        /// The same, where something else was wanted.
        <R> Reply<R> instead();

        /// Request and reason in one line.
        default String explanation() {
            return request() + ": " + reason();
        }
    }

    /// There is no such thing: 404 or 410. It may not be there yet (a match that has just ended) or
    /// not any more (an old version of an asset, a film).
    record Absent<T>(String request, String reason) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Absent<>(request, reason);
        }
    }

    /// The tokens are not accepted, and renewing them once did not help, or cannot be had: somebody
    /// has to sign in.
    record Unauthorized<T>(String request, String reason) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Unauthorized<>(request, reason);
        }
    }

    /// The account may not see this, for example because the player hides it. Asking again in this
    /// run is useless.
    record Forbidden<T>(String request, String reason) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Forbidden<>(request, reason);
        }
    }

    /// The service wants fewer requests, even after waiting and trying again.
    ///
    /// @param retryAfter for how long nothing should be asked of it
    record Throttled<T>(String request, String reason, Duration retryAfter) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Throttled<>(request, reason, retryAfter);
        }
    }

    /// The service did not answer, or only with failures of its own, however often it was tried; or
    /// a step on the way to the tokens failed. A later run may have more luck.
    record Unavailable<T>(String request, String reason) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Unavailable<>(request, reason);
        }
    }

    /// The service calls the request wrong: 400, or another 4xx status that has no case of its own.
    record Refused<T>(String request, String reason) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Refused<>(request, reason);
        }
    }

    /// There is an answer, and it is not what it should be: no JSON, cut off, too long, of another
    /// shape.
    ///
    /// @param where the place in the answer, as a JSON pointer such as `/Results/3/MatchId`, as
    ///     line and column, or empty for all of it
    record Malformed<T>(String request, String where, String reason) implements Missed<T> {
        @Override
        public <R> Reply<R> instead() {
            return new Malformed<>(request, where, reason);
        }

        @Override
        public String explanation() {
            return request + ": the answer" + (where.isEmpty() ? "" : ", at " + where) + ": " + reason;
        }
    }

    /// Makes something else of what was found.
    default <R> Reply<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Found<T>(T value) -> new Found<>(function.apply(value));
            case Missed<T> missed -> missed.instead();
        };
    }
}
