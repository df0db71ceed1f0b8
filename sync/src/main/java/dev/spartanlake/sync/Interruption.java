package dev.spartanlake.sync;

import dev.spartanlake.halo.reply.Reply;

/// Why a sync ended early.
///
/// @param reason what kind of thing it is, which says what to do about it
/// @param explanation the whole of it in one line
public record Interruption(Reason reason, String explanation) {

    /// What somebody has to do about it.
    public enum Reason {
        /// Sign in.
        UNAUTHORIZED,
        /// Nothing but to ask the player, where it is one who hides the history.
        FORBIDDEN,
        /// Come back later: the service wants fewer requests.
        THROTTLED,
        /// Come back later: the service does not answer.
        UNAVAILABLE,
        /// Have a look: the service answers with what makes no sense.
        UNEXPECTED,
        /// Nothing: the sync was asked to stop.
        STOPPED
    }

    /// The one that a reply amounts to.
    public static Interruption of(Reply.Missed<?> missed) {
        Reason reason = switch (missed) {
            case Reply.Unauthorized<?> _ -> Reason.UNAUTHORIZED;
            case Reply.Forbidden<?> _ -> Reason.FORBIDDEN;
            case Reply.Throttled<?> _ -> Reason.THROTTLED;
            case Reply.Unavailable<?> _ -> Reason.UNAVAILABLE;
            case Reply.Absent<?> _, Reply.Refused<?> _, Reply.Malformed<?> _ -> Reason.UNEXPECTED;
        };
        return new Interruption(reason, missed.explanation());
    }

    static Interruption stopped() {
        return new Interruption(Reason.STOPPED, "stopped; run the same command again to go on");
    }

    /// Whether no service should be asked for anything else.
    boolean concernsAllServices() {
        return switch (reason) {
            case UNAUTHORIZED, THROTTLED, STOPPED -> true;
            case UNAVAILABLE, FORBIDDEN, UNEXPECTED -> false;
        };
    }

    /// Whether other players cannot be synced either.
    boolean concernsAll() {
        return switch (reason) {
            case UNAUTHORIZED, THROTTLED, UNAVAILABLE, STOPPED -> true;
            case FORBIDDEN, UNEXPECTED -> false;
        };
    }
}
