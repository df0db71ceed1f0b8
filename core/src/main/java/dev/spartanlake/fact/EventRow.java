package dev.spartanlake.fact;

import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.film.Happening;
import dev.spartanlake.film.HighlightEvent;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One highlight event of a match: a row of `highlight_events`.
///
/// @param document the match
/// @param film what the event was read from
/// @param event the event
public record EventRow(MatchDocument document, FilmIdentity film, HighlightEvent event) {

    /// The medal as `medal_awards` knows it; null for all else, and for one whose number nobody knows yet.
    @Nullable
    Long medalNameId() {
        OptionalLong nameId = event.happening().medalNameId();
        return nameId.isPresent() ? nameId.getAsLong() : null;
    }

    int flag() {
        return switch (event.happening()) {
            case Happening.Medal medal -> 1;
            case Happening.Unknown(int flag, long _) -> flag;
            case Happening.Kill _, Happening.Death _, Happening.Mode _ -> 0;
        };
    }

    long code() {
        return switch (event.happening()) {
            case Happening.Kill() -> 0;
            case Happening.Death() -> 1;
            case Happening.Mode() -> 2;
            case Happening.Medal(int code) -> code;
            case Happening.Unknown(int _, long code) -> code;
        };
    }
}
