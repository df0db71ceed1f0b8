package dev.spartanlake.catalog;

import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was asked for and does not exist, so that it is not asked for again.
public final class Absences {

    /// That a row of a table of absences speaks of a part of a match that is stored.
    ///
    /// The placeholder is for the table's name.
    static final String IS_STORED = """
            EXISTS (SELECT 1 FROM main.match_ledger AS stored WHERE stored.match_id = substr(%1$s.subject, 1, 36)
                AND (%1$s.what = 'match' AND stored.content_sha256 IS NOT NULL
                    OR %1$s.what = 'skill' AND stored.skill_sha256 IS NOT NULL
                    OR %1$s.what = 'film' AND stored.film_sha256 IS NOT NULL))
            """;

    /// Deletes what is said of a match; the placeholder is for its identifier. What is said of one of its documents has
    /// that and `/` at the beginning.
    private static final String OF_A_MATCH = "DELETE FROM absences WHERE what IN ('match', 'skill', 'film')"
            + " AND subject >= ?1 AND subject < ?1 || '0'";

    private final Database database;

    Absences(Database database) {
        this.database = database;
    }

    /// Notes what does not exist, unless it is a part of a match that is stored. What was noted before keeps its
    /// moment and its reason.
    ///
    /// @param now when that was learnt
    public void note(Collection<Absence> absences, Instant now) {
        database.updateAll(
                "INSERT OR IGNORE INTO absences (what, subject, noted_at, reason) SELECT * FROM"
                        + " (SELECT ? AS what, ? AS subject, ? AS noted_at, ? AS reason) AS told WHERE NOT "
                        + IS_STORED.formatted("told"),
                absences.stream()
                        .map(absence -> Database.Parameters.of(
                                absence.what().column(), absence.subject(), SqlTime.format(now), absence.reason()))
                        .toList());
    }

    /// Whether [#note] would note this.
    public boolean isNew(Absence absence) {
        return database.first(
                        "SELECT 1 FROM (SELECT ? AS what, ? AS subject) AS told WHERE NOT EXISTS (SELECT 1 FROM absences"
                                + " WHERE what = told.what AND subject = told.subject) AND NOT "
                                + IS_STORED.formatted("told"),
                        row -> true,
                        absence.what().column(),
                        absence.subject())
                .isPresent();
    }

    /// Forgets that these matches or parts of them do not exist, where they are stored after all.
    public void forgetStored(Collection<String> matchIds) {
        database.updateAll(
                OF_A_MATCH + " AND " + IS_STORED.formatted("absences"),
                matchIds.stream().map(match -> Database.Parameters.of(match)).toList());
    }

    /// Forgets that anything of these matches does not exist.
    void forgetAllOf(Collection<String> matchIds) {
        database.updateAll(
                OF_A_MATCH,
                matchIds.stream().map(match -> Database.Parameters.of(match)).toList());
    }

    /// Forgets that a player has no name.
    ///
    /// @return whether that was known
    boolean forget(Xuid player) {
        return database.update(
                        "DELETE FROM absences WHERE what = ? AND subject = ?", What.PLAYER.column(), player.text())
                > 0;
    }

    /// Forgets everything of some kinds, so that it is asked for once more.
    public void forget(Set<What> kinds) {
        database.updateAll(
                "DELETE FROM absences WHERE what = ?",
                kinds.stream()
                        .map(what -> Database.Parameters.of(what.column()))
                        .toList());
    }

    /// Those of some subjects that are known not to exist.
    public Set<String> among(What what, Collection<String> subjects) {
        // Subjects are GUIDs, alone or in pairs, digits or hashes, and need no escaping in JSON.
        String json = subjects.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        List<String> found = database.query(
                "SELECT subject FROM json_each(?) AS wanted JOIN absences ON subject = wanted.value AND what = ?",
                row -> row.getString(1),
                subjects.isEmpty() ? "[]" : json,
                what.column());
        return new TreeSet<>(found);
    }

    /// The documents of a match that are of no use, by their SHA-256.
    public Set<String> documentsOf(MatchId match) {
        return new TreeSet<>(database.query(
                "SELECT substr(subject, 38) FROM absences WHERE what = ?1 AND subject > ?2 AND subject < ?2 || '0'",
                row -> row.getString(1),
                What.MATCH.column(),
                match.value()));
    }

    /// What can be absent.
    public enum What {
        /// The document of a match that a history lists, or one of the documents that were given for it.
        MATCH,
        /// Skill data of a match.
        SKILL,
        /// The film of a match, or highlight events in it.
        FILM,
        /// The name of a player.
        PLAYER,
        /// Whether a playlist has ranks.
        PLAYLIST_CONFIG,
        /// A version of a map.
        MAP,
        /// A version of a playlist.
        PLAYLIST,
        /// A version of a pairing of map and mode.
        MAP_MODE_PAIR,
        /// A version of a mode variant.
        GAME_VARIANT;

        /// The value of the column `what`.
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What is absent when an asset is.
        public static What of(Assets.Kind kind) {
            return valueOf(kind.name());
        }
    }

    /// Something that does not exist.
    ///
    /// @param what what kind of thing
    /// @param subject a match's or playlist's GUID, an asset's and its version's with `/` between, a player's
    ///     digits, or of a refused document its match's GUID and its SHA-256 with `/` between
    /// @param reason how that was learnt, in a few words
    public record Absence(What what, String subject, String reason) {

        /// That a document which was given for a match is of no use. Another may be.
        ///
        /// @param sha256 of its bytes as they came, in lower-case hexadecimal digits
        public static Absence ofDocument(MatchId match, String sha256, String reason) {
            return new Absence(What.MATCH, match.value() + "/" + sha256, reason);
        }
    }
}
