package dev.spartanlake.cli.command;

import dev.spartanlake.cli.render.InterruptionText;
import dev.spartanlake.sync.Interruption;

/// Tells what the game's services did not give.
final class Interrupted {

    private Interrupted() {}

    /// Tells it.
    ///
    /// @return how a command ends that needed it
    static Outcome told(Session session, Interruption interruption) {
        session.remark(InterruptionText.of(interruption, session.messages()));
        return outcome(interruption);
    }

    /// How a command ends that was interrupted so.
    static Outcome outcome(Interruption interruption) {
        return switch (interruption.reason()) {
            case UNAUTHORIZED, FORBIDDEN, UNEXPECTED -> Outcome.SOME_FAILED;
            case THROTTLED, UNAVAILABLE, STOPPED -> Outcome.UNAVAILABLE;
        };
    }
}
