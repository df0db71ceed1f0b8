package dev.spartanlake.catalog;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.film.FilmIdentity;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which content of which match is stored, and what was replaced.
public final class Ledger {

    private static final long LONGEST_TEXT = 64L << 20;

    /// The format version from which on it is known what there is beside documents.
    static final long PARTS_SINCE = 4;

    private final Database database;
    private final Parts parts;

    Ledger(Database database, Parts parts) {
        this.database = database;
        this.parts = parts;
    }

    /// Whether the ledger tells of what there is beside documents.
    enum Parts {
        /// It does.
        LISTED("skill_sha256, film_sha256, film_version"),
        /// It is one of an earlier format, in which there is no such thing.
        UNKNOWN("NULL, NULL, NULL");

        private final String columns;

        Parts(String columns) {
            this.columns = columns;
        }
    }

    /// What is stored of these matches; those not stored are not in the map.
    public Map<String, Entry> find(Collection<String> matchIds) {
        // Identifiers are GUIDs, so they need no escaping in JSON. One bound list spares a statement per match.
        String json = matchIds.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        Map<String, Entry> found = HashMap.newHashMap(matchIds.size());
        String statement = "SELECT match_id, start_time, content_sha256, " + parts.columns
                + " FROM json_each(?) AS wanted JOIN match_ledger ON match_id = wanted.value";
        database.query(statement, Ledger::entry, matchIds.isEmpty() ? "[]" : json)
                .forEach(entry -> found.put(entry.matchId(), entry));
        return found;
    }

    /// All stored matches, by identifier.
    public List<Entry> all() {
        return database.query("""
                SELECT match_id, start_time, content_sha256, skill_sha256, film_sha256, film_version
                FROM match_ledger ORDER BY match_id
                """, Ledger::entry);
    }

    /// How many matches are stored.
    public long count() {
        return database.number("SELECT count(*) FROM match_ledger");
    }

    /// The stored matches whose documents are lost, by identifier.
    public List<Entry> lost() {
        return database.query("""
                SELECT match_id, start_time, content_sha256, skill_sha256, film_sha256, film_version
                FROM match_ledger WHERE content_sha256 IS NULL ORDER BY match_id
                """, Ledger::entry);
    }

    /// Of how many stored matches the document is lost.
    public long countLost() {
        return database.number("SELECT count(*) FROM match_ledger WHERE content_sha256 IS NULL");
    }

    /// Records what is stored from now on. A content that was stored before keeps the moment in which it was
    /// obtained.
    public void put(Collection<Entry> entries, Commits.Commit commit) {
        String now = SqlTime.format(commit.committedAt());
        database.updateAll(
                """
                INSERT INTO match_ledger
                    (match_id, start_time, content_sha256, skill_sha256, film_sha256, film_version, obtained_at,
                        commit_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (match_id) DO UPDATE SET start_time = excluded.start_time,
                    content_sha256 = excluded.content_sha256,
                    skill_sha256 = excluded.skill_sha256,
                    film_sha256 = excluded.film_sha256, film_version = excluded.film_version,
                    obtained_at = CASE WHEN content_sha256 = excluded.content_sha256 THEN obtained_at
                        ELSE excluded.obtained_at END,
                    commit_id = CASE WHEN content_sha256 = excluded.content_sha256 THEN commit_id
                        ELSE excluded.commit_id END
                """,
                entries.stream()
                        .map(entry -> Database.Parameters.of(
                                entry.matchId(),
                                SqlTime.format(entry.startTime()),
                                entry.contentSha256(),
                                entry.skillSha256(),
                                entry.film() == null ? null : entry.film().sha256(),
                                entry.film() == null ? null : entry.film().majorVersion(),
                                now,
                                commit.commitId()))
                        .toList());
    }

    /// Forgets matches whose rows go without others taking their place, with what they were before and that parts of
    /// them do not exist.
    public void remove(Collection<String> matchIds) {
        List<Database.Parameters> matches =
                matchIds.stream().map(id -> Database.Parameters.of(id)).toList();
        database.updateAll("DELETE FROM match_ledger WHERE match_id = ?", matches);
        database.updateAll("DELETE FROM superseded_documents WHERE match_id = ?", matches);
        new Absences(database).forgetAllOf(matchIds);
    }

    /// Records that the documents of these matches are lost.
    public void markLost(Collection<String> matchIds) {
        database.updateAll(
                "UPDATE match_ledger SET content_sha256 = NULL WHERE match_id = ?",
                matchIds.stream().map(id -> Database.Parameters.of(id)).toList());
    }

    /// Records that a part of these matches is lost.
    public void forget(MatchPart part, Collection<String> matchIds) {
        String nothing = switch (part) {
            case SKILL -> "skill_sha256 = NULL";
            case FILM -> "film_sha256 = NULL, film_version = NULL";
        };
        database.updateAll(
                "UPDATE match_ledger SET " + nothing + " WHERE match_id = ?",
                matchIds.stream().map(id -> Database.Parameters.of(id)).toList());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String film = row.getString(5);
        return new Entry(
                row.getString(1),
                SqlTime.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                film == null ? null : new FilmIdentity(film, row.getInt(6)));
    }

    /// Keeps contents that a commit replaces.
    public void keepSuperseded(Collection<Content> replaced, long commitId) {
        database.updateAll(
                """
                INSERT OR IGNORE INTO superseded_documents (match_id, content_sha256, replaced_by, document)
                VALUES (?, ?, ?, ?)
                """,
                replaced.stream()
                        .map(old -> Database.Parameters.of(
                                old.matchId(),
                                old.contentSha256(),
                                commitId,
                                Zstd.compress(old.document().getBytes(StandardCharsets.UTF_8))))
                        .toList());
    }

    /// The contents a match had before the present one, oldest first.
    public List<Content> superseded(String matchId) {
        return database.query(
                """
                SELECT match_id, content_sha256, document FROM superseded_documents
                WHERE match_id = ? ORDER BY replaced_by, rowid
                """, row -> new Content(row.getString(1), row.getString(2), decompress(row.getBytes(3))), matchId);
    }

    /// Whether any replaced content is like this.
    public boolean anySuperseded(Predicate<String> document) {
        return database.query(
                        "SELECT document FROM superseded_documents", row -> document.test(decompress(row.getBytes(1))))
                .contains(true);
    }

    /// Forgets the replaced contents that are like this.
    ///
    /// @return whether there were any
    public boolean forgetSuperseded(Predicate<String> document) {
        List<Database.Parameters> rows = database
                .query(
                        "SELECT rowid, document FROM superseded_documents",
                        row -> document.test(decompress(row.getBytes(2)))
                                ? List.of(Database.Parameters.of(row.getLong(1)))
                                : List.<Database.Parameters>of())
                .stream()
                .flatMap(List::stream)
                .toList();
        database.updateAll("DELETE FROM superseded_documents WHERE rowid = ?", rows);
        return !rows.isEmpty();
    }

    /// The replaced contents whose text is not what its hash says, or cannot be read; such a text is empty.
    public List<Content> damagedSuperseded() {
        return database
                .query("SELECT match_id, content_sha256, document FROM superseded_documents", row -> {
                    Content old = new Content(row.getString(1), row.getString(2), readable(row.getBytes(3)));
                    return isIntact(old) ? List.<Content>of() : List.of(old);
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isIntact(Content old) {
        return DocumentContent.sha256(old.document().getBytes(StandardCharsets.UTF_8))
                .equals(old.contentSha256());
    }

    /// The text of a frame; what is no frame, or would be longer than any document, has none.
    private static String readable(byte[] frame) {
        long length = Zstd.getFrameContentSize(frame);
        try {
            return length < 0 || length > LONGEST_TEXT ? "" : decompress(frame);
        } catch (ZstdException damaged) {
            return "";
        }
    }

    private static String decompress(byte[] frame) {
        byte[] text = Zstd.decompress(frame, Math.toIntExact(Zstd.getFrameContentSize(frame)));
        return new String(text, StandardCharsets.UTF_8);
    }

    /// A stored match.
    ///
    /// @param matchId the match
    /// @param startTime when it started, which says where its rows are
    /// @param contentSha256 the identity of the stored content; null because the document was lost and only
    ///     the other rows of the match are left
    /// @param skillSha256 the identity of the stored skill document; null because there is none
    /// @param film the film whose events are stored; null because there are none
    public record Entry(
            String matchId,
            Instant startTime,
            @Nullable String contentSha256,
            @Nullable String skillSha256,
            @Nullable FilmIdentity film) {

        /// The identity of what is stored of a part; null because there is none.
        public @Nullable String identity(MatchPart part) {
            return switch (part) {
                case SKILL -> skillSha256;
                case FILM -> film == null ? null : film.text();
            };
        }
    }

    /// What was obtained of a match: its document, or its skill document.
    ///
    /// @param matchId the match
    /// @param contentSha256 the identity of the content
    /// @param document the JSON text
    public record Content(String matchId, String contentSha256, String document) {}
}
