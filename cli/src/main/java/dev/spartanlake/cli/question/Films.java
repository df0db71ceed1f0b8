package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.film.Openings;
import org.jspecify.annotations.Nullable;

/// Says that no film is known, where that is why there is nothing to show.
final class Films {

    private Films() {}

    /// What the matches lack; null where the film of one of them is known.
    ///
    /// @param matches how many there are
    @Nullable
    static String lacking(Asked asked, long matches) {
        return asked.answer(new Openings()).isEmpty() ? asked.messages().counted("films.unknown", matches) : null;
    }
}
