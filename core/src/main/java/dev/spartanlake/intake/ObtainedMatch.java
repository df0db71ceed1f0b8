package dev.spartanlake.intake;

import dev.spartanlake.match.MatchId;
import org.jspecify.annotations.Nullable;

/// What was obtained of one match: its document, its skill document, its film, or some of them.
///
/// A match whose document is not among it has to be stored already.
public final class ObtainedMatch {

    private final MatchId match;
    private final String origin;
    private final byte @Nullable [] document;
    private final byte @Nullable [] skill;
    private final @Nullable Film film;

    private ObtainedMatch(
            MatchId match, String origin, byte @Nullable [] document, byte @Nullable [] skill, @Nullable Film film) {
        this.match = match;
        this.origin = origin;
        this.document = document;
        this.skill = skill;
        this.film = film;
    }

    /// Nothing of a match so far.
    ///
    /// @param origin where it comes from, as reports name it, such as a file
    public static ObtainedMatch of(MatchId match, String origin) {
        return new ObtainedMatch(match, origin, null, null, null);
    }

    /// The same with the match's document.
    ///
    /// @param json in UTF-8; shared, not copied
    public ObtainedMatch withDocument(byte[] json) {
        return new ObtainedMatch(match, origin, json, skill, film);
    }

    /// The same with the answer of the skill service.
    ///
    /// @param json in UTF-8; shared, not copied
    public ObtainedMatch withSkill(byte[] json) {
        return new ObtainedMatch(match, origin, document, json, film);
    }

    /// The same with the chunk of highlight events of the match's film, as somebody has kept it.
    ///
    /// @param chunk as it was downloaded; shared, not copied
    /// @param majorVersion the film's version, of its manifest
    public ObtainedMatch withFilm(byte[] chunk, int majorVersion) {
        return new ObtainedMatch(match, origin, document, skill, new Film(chunk, majorVersion, false));
    }

    /// The same with the chunk of highlight events of the match's film, whole and fresh from the service.
    /// Where it cannot be read, the service has no better one, and need not be asked again.
    ///
    /// @param chunk as it is downloaded; shared, not copied
    /// @param majorVersion the film's version, of its manifest
    public ObtainedMatch withServedFilm(byte[] chunk, int majorVersion) {
        return new ObtainedMatch(match, origin, document, skill, new Film(chunk, majorVersion, true));
    }

    /// The match.
    public MatchId match() {
        return match;
    }

    /// Where it comes from.
    public String origin() {
        return origin;
    }

    /// How long all its parts are together, as they wait in memory, in bytes.
    public long bytes() {
        return length(document) + length(skill) + (film == null ? 0 : length(film.chunk()));
    }

    private static long length(byte @Nullable [] part) {
        return part == null ? 0 : part.length;
    }

    byte @Nullable [] document() {
        return document;
    }

    byte @Nullable [] skill() {
        return skill;
    }

    @Nullable
    Film film() {
        return film;
    }

    /// A chunk of highlight events.
    static final class Film {

        private final byte[] chunk;
        private final int majorVersion;
        private final boolean isServed;

        private Film(byte[] chunk, int majorVersion, boolean isServed) {
            this.chunk = chunk;
            this.majorVersion = majorVersion;
            this.isServed = isServed;
        }

        byte[] chunk() {
            return chunk;
        }

        int majorVersion() {
            return majorVersion;
        }

        boolean isServed() {
            return isServed;
        }
    }
}
