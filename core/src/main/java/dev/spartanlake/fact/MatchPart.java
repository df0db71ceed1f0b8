package dev.spartanlake.fact;

import dev.spartanlake.schema.Table;
import java.util.Locale;

/// What there can be of a match beside its document.
public enum MatchPart {
    /// What the skill service says of it.
    SKILL,
    /// The highlight events of its film.
    FILM;

    /// The table that holds it.
    public Table<?> table() {
        return switch (this) {
            case SKILL -> Tables.SKILL_DOCUMENTS;
            case FILM -> Tables.HIGHLIGHT_EVENTS;
        };
    }

    /// The stable name, in kebab case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
