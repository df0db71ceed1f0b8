package dev.spartanlake.testsupport.api;

import java.time.Duration;
import java.util.Optional;

/// What goes wrong with an answer.
public sealed interface Fault {

    /// Another status, without a body.
    ///
    /// @param status 500, 404, …
    record Status(int status) implements Fault {}

    /// 429.
    ///
    /// @param retryAfter the header of the same name, seconds or a date; empty for none
    record TooManyRequests(Optional<String> retryAfter) implements Fault {}

    /// The right status and the first half of the body, as if that were all of it.
    record HalfTheText() implements Fault {}

    /// The right length in the header, half of the body, and then the connection is closed.
    record CutOff() implements Fault {}

    /// A page of HTML with status 200.
    record NotJson() implements Fault {}

    /// Another body of JSON, with status 200.
    ///
    /// @param json the body
    record Instead(String json) implements Fault {}

    /// A body of spaces.
    ///
    /// @param bytes how many
    record TooLarge(long bytes) implements Fault {}

    /// A body that goes on until the other side has enough or the server is closed.
    record Endless() implements Fault {}

    /// The right answer, in pieces.
    ///
    /// @param pieceBytes how many bytes a piece has
    /// @param pause how long to wait after each
    record Slow(int pieceBytes, Duration pause) implements Fault {}

    /// The headers and half of the body; then nothing until the server is closed.
    record Stall() implements Fault {}

    /// 302 to somewhere else.
    ///
    /// @param location where to
    record Redirect(String location) implements Fault {}

    /// A zlib stream that inflates to a thousand times its size.
    ///
    /// @param inflatedBytes how much it inflates to
    record ZlibBomb(int inflatedBytes) implements Fault {}

    /// Whether the right answer is made and something of it is sent.
    default boolean hasTheAnswer() {
        return this instanceof HalfTheText || this instanceof CutOff || this instanceof Stall || isWhole();
    }

    /// Whether all of the right answer is sent.
    default boolean isWhole() {
        return this instanceof Slow;
    }
}
