package dev.spartanlake.fact;

import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.film.Highlights;
import org.jspecify.annotations.Nullable;

/// What is known of a match beside its document.
///
/// @param skill what the skill service says of it; null because that is not known
/// @param highlights what its film shows; null because that is not known
public record MatchParts(
        @Nullable SkillDocument skill, @Nullable Highlights highlights) {

    /// Nothing.
    public static final MatchParts NONE = new MatchParts(null, null);

    /// Whether nothing is known.
    public boolean isNone() {
        return equals(NONE);
    }
}
