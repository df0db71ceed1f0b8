package dev.spartanlake.catalog;

import dev.spartanlake.film.FilmIdentity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one catalog says of matches and another one, which is attached to it, says otherwise. Each
/// method reads what both say now.
public final class CatalogDifferences {

    private final Database database;
    private final String other;

    /// @param other the name by which the other one is attached
    CatalogDifferences(Database database, String other) {
        this.database = database;
        this.other = other;
    }

    /// Of how many matches the document, the skill document or the film is here and none is there.
    public long matchesOnlyHere() {
        return database.number("""
                SELECT count(*) FROM main.match_ledger AS ours
                LEFT JOIN %s.match_ledger AS theirs ON theirs.match_id = ours.match_id
                WHERE ours.content_sha256 IS NOT NULL AND theirs.content_sha256 IS NULL
                    OR ours.skill_sha256 IS NOT NULL AND theirs.skill_sha256 IS NULL
                    OR ours.film_sha256 IS NOT NULL AND theirs.film_sha256 IS NULL
                """.formatted(other));
    }

    /// Of how many matches the other, of which this catalog is an earlier state, has lost the
    /// document, the skill document or the film that is here.
    ///
    /// A skill document that spoke of nobody but a player who was taken out since is not lost. Such
    /// a match has another document there, and the one that named the player is not even among the
    /// replaced ones.
    public long matchesLostThere() {
        return database.number("""
                SELECT count(*) FROM main.match_ledger AS ours
                JOIN %1$s.match_ledger AS theirs ON theirs.match_id = ours.match_id
                WHERE ours.content_sha256 IS NOT NULL AND theirs.content_sha256 IS NULL
                    OR ours.film_sha256 IS NOT NULL AND theirs.film_sha256 IS NULL
                    OR ours.skill_sha256 IS NOT NULL AND theirs.skill_sha256 IS NULL
                        AND (theirs.content_sha256 IS ours.content_sha256 OR EXISTS (
                            SELECT 1 FROM %1$s.superseded_documents AS kept
                            WHERE kept.match_id = ours.match_id AND kept.content_sha256 = ours.content_sha256))
                """.formatted(other));
    }

    /// The matches whose content is not the one that is stored here, by their start; without those
    /// whose content was kept here when it was replaced, and stays replaced.
    public List<Difference> ofDocuments() {
        return database.query(
                """
                SELECT theirs.match_id, theirs.start_time, theirs.content_sha256,
                    CASE
                        WHEN ours.match_id IS NULL THEN 'UNKNOWN'
                        WHEN ours.content_sha256 IS NULL THEN 'LATER'
                        WHEN (theirs.obtained_at, theirs.content_sha256) > (ours.obtained_at, ours.content_sha256)
                            THEN 'LATER'
                        ELSE 'EARLIER'
                    END AS age
                FROM %1$s.match_ledger AS theirs
                LEFT JOIN main.match_ledger AS ours ON ours.match_id = theirs.match_id
                WHERE theirs.content_sha256 IS NOT NULL AND theirs.content_sha256 IS NOT ours.content_sha256
                    AND (age <> 'EARLIER' OR NOT EXISTS (SELECT 1 FROM main.superseded_documents AS kept
                        WHERE kept.match_id = theirs.match_id AND kept.content_sha256 = theirs.content_sha256))
                ORDER BY theirs.start_time, theirs.match_id
                """.formatted(other),
                row -> new Difference(
                        row.getString(1),
                        SqlTime.parse(row.getString(2)),
                        row.getString(3),
                        Age.valueOf(row.getString(4))));
    }

    /// What the other has of matches beside their documents, and is not what is stored here, by
    /// their start; only of matches whose document is here or there.
    ///
    /// Nothing tells which of two was obtained later: the greater hash stands, of the same chunk
    /// the greater version, so that warehouses may be merged in any order. Of one film there are
    /// the events of those whom the document has: with a document that takes the place of the one
    /// here its events come, too.
    public List<PartDifference> ofParts() {
        return database.query(
                """
                SELECT theirs.match_id, theirs.start_time, theirs.content_sha256 IS NOT NULL,
                    CASE WHEN theirs.skill_sha256 IS NOT ours.skill_sha256 AND NOT EXISTS (
                            SELECT 1 FROM main.superseded_documents AS kept
                            WHERE kept.match_id = theirs.match_id AND kept.content_sha256 = theirs.skill_sha256
                                AND theirs.skill_sha256 < ours.skill_sha256)
                        THEN theirs.skill_sha256 END AS skill,
                    theirs.skill_sha256 > coalesce(ours.skill_sha256, ''),
                    CASE WHEN (theirs.film_sha256, theirs.film_version)
                            > (coalesce(ours.film_sha256, ''), coalesce(ours.film_version, 0))
                        OR (theirs.film_sha256 = ours.film_sha256 AND theirs.film_version = ours.film_version
                            AND theirs.content_sha256 IS NOT ours.content_sha256
                            AND (theirs.obtained_at, theirs.content_sha256)
                                > (ours.obtained_at, coalesce(ours.content_sha256, '')))
                        THEN theirs.film_sha256 END AS film,
                    theirs.film_version
                FROM %1$s.match_ledger AS theirs
                LEFT JOIN main.match_ledger AS ours ON ours.match_id = theirs.match_id
                WHERE coalesce(ours.content_sha256, theirs.content_sha256) IS NOT NULL
                    AND (skill IS NOT NULL OR film IS NOT NULL)
                ORDER BY theirs.start_time, theirs.match_id
                """.formatted(other),
                row -> new PartDifference(
                        row.getString(1),
                        SqlTime.parse(row.getString(2)),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6) == null ? null : new FilmIdentity(row.getString(6), row.getInt(7))));
    }

    /// A match that the other catalog stores with another content, or that is not stored here at
    /// all.
    ///
    /// @param matchId the match
    /// @param startTime when it started, as the other says
    /// @param contentSha256 the other's content
    /// @param age how it compares with what is stored here
    public record Difference(String matchId, Instant startTime, String contentSha256, Age age) {}

    /// What the other catalog has of a match beside its document and is not what is stored here.
    ///
    /// @param matchId the match
    /// @param startTime when it started, as the other says
    /// @param hasDocument whether the other has its document
    /// @param skillSha256 the other's skill document; null because it is stored or was replaced
    ///     here, or there is none
    /// @param isSkillTaken whether that takes the place of what is here
    /// @param film the other's film, which takes the place of what is here; null because
    ///     there is none that would
    public record PartDifference(
            String matchId,
            Instant startTime,
            boolean hasDocument,
            @Nullable String skillSha256,
            boolean isSkillTaken,
            @Nullable FilmIdentity film) {

        /// Whether anything takes the place of what is here.
        public boolean isTaken() {
            return (skillSha256 != null && isSkillTaken) || film != null;
        }
    }

    /// How a content compares with the one that is stored here.
    public enum Age {
        /// None is stored here.
        UNKNOWN,
        /// It was obtained later, or the one here is lost. In the same moment the greater hash is
        /// the later one, so that warehouses may be merged in any order.
        LATER,
        /// It was obtained earlier.
        EARLIER
    }
}
