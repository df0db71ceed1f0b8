package dev.spartanlake.halo.wire;

import java.time.Duration;

/// What came of an exchange, before anybody judged the status.
sealed interface Outcome {

    /// There is an answer with a body that could be read.
    record Answered(Answer answer) implements Outcome {}

    /// There is an answer, and its body is too long or not compressed as it says.
    record Unreadable(String reason) implements Outcome {}

    /// No connection could be made, so that nothing of the request arrived.
    record Unsent(String reason) implements Outcome {}

    /// The connection broke off, or time ran out. The request may have arrived, and done what it does.
    record Lost(String reason) implements Outcome {}

    /// Nothing was sent, because the service asked to be left alone for longer than is waited.
    record Paused(Duration remaining) implements Outcome {}

    /// Nothing was sent, because the service failed too often.
    record Tripped(Duration remaining) implements Outcome {}
}
