package dev.spartanlake.cli.render;

import dev.spartanlake.sync.Interruption;
import java.util.Locale;

/// What the game's services did not give, and what to do about it, in a line.
public final class InterruptionText {

    private InterruptionText() {}

    /// The line.
    public static String of(Interruption interruption, Messages messages) {
        return messages.text(
                "interruption." + interruption.reason().name().toLowerCase(Locale.ROOT), interruption.explanation());
    }
}
