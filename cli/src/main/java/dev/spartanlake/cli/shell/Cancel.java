package dev.spartanlake.cli.shell;

import dev.spartanlake.commit.StopSignal;

/// What Ctrl-C asks for while a question is being answered.
public final class Cancel implements StopSignal {

    private volatile boolean raised;

    @Override
    public boolean isRaised() {
        return raised;
    }

    /// Cancels the question that is being answered.
    void raise() {
        raised = true;
    }

    /// Forgets what was asked for, as the question it was about is over.
    void clear() {
        raised = false;
    }
}
