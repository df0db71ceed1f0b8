package dev.spartanlake;

import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.reference.Language;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a warehouse has of matches, players and assets, and what it lacks: for those who bring more in. Where
/// there is no warehouse, there is nothing of anything.
///
/// **Threads**: safe. **Errors**: all methods throw [dev.spartanlake.error.WarehouseException].
public final class Coverage {

    private static final String NAMELESS = """
            SELECT DISTINCT xuid FROM match_participants
            WHERE xuid IS NOT NULL
                AND xuid NOT IN (SELECT xuid FROM meta.players WHERE gamertag IS NOT NULL)
                AND xuid NOT IN (SELECT subject FROM meta.absences WHERE what = 'player')
            ORDER BY length(xuid), xuid
            """;

    private static final String INCOMPLETE = """
            WITH mine AS (
                SELECT f.match_id, f.start_time, coalesce(f.end_time, f.start_time + INTERVAL 1 DAY) AS end_time,
                    l.content_sha256 IS NULL AS is_lost, d.subject IS NOT NULL AS is_gone,
                    l.skill_sha256 IS NULL AND s.subject IS NULL AS lacks_skill,
                    l.film_sha256 IS NULL AND v.subject IS NULL AS lacks_film
                FROM match_facts AS f JOIN meta.match_ledger AS l USING (match_id)
                    LEFT JOIN meta.absences AS d ON d.what = 'match' AND d.subject = f.match_id
                    LEFT JOIN meta.absences AS s ON s.what = 'skill' AND s.subject = f.match_id
                    LEFT JOIN meta.absences AS v ON v.what = 'film' AND v.subject = f.match_id
                WHERE f.xuid = ?
            )
            SELECT match_id, end_time, is_lost, lacks_skill, lacks_film,
                (SELECT string_agg(p.xuid, ' ' ORDER BY length(p.xuid), p.xuid)
                    FROM match_participants AS p WHERE p.match_id = mine.match_id)
            FROM mine
            WHERE (is_lost OR lacks_skill OR lacks_film) AND NOT (is_lost AND is_gone)
            ORDER BY start_time DESC, match_id
            """;

    private final Reading reading;

    Coverage(Reading reading) {
        this.reading = reading;
    }

    /// What is stored of matches, and what is known not to exist of them.
    ///
    /// @return what there is of those of these matches of which there is anything
    public Map<MatchId, Holding> holdings(Collection<MatchId> matches) {
        return reading.exists() ? reading.ofCatalog(catalog -> Holding.of(catalog, matches)) : Map.of();
    }

    /// Which documents that were given for a match are noted as of no use.
    ///
    /// @return the SHA-256 of each as it came, in lower-case hexadecimal digits
    public Set<String> refusedDocuments(MatchId match) {
        return reading.exists()
                ? reading.ofCatalog(catalog -> catalog.absences().documentsOf(match))
                : Set.of();
    }

    /// What has no name yet: players in stored matches, and assets that were played and are not known to be gone.
    public Unnamed unnamed() {
        if (!reading.exists()) {
            return Unnamed.NOTHING;
        }
        List<Xuid> players = rows(NAMELESS, List.of(), row -> Xuid.parse(String.valueOf(row.value(0))));
        return reading.ofCatalog(catalog -> new Unnamed(
                players, catalog.assets().unnamed(), catalog.assets().unrated()));
    }

    /// The stored matches of a tracked player of which skill data or a film may exist and are not known, or whose
    /// document is lost, the latest first.
    public List<Incomplete> incomplete(Xuid player) {
        return reading.exists() ? rows(INCOMPLETE, List.of(player.text()), Incomplete::of) : List.of();
    }

    /// The playlists that are known to have competitive ranks, by identifier.
    public List<String> rankedPlaylists() {
        return reading.exists() ? reading.ofCatalog(catalog -> catalog.assets().ranked()) : List.of();
    }

    /// How far the histories of players have been brought in, by player.
    public List<SyncStates.Progress> progress() {
        return reading.exists()
                ? reading.ofCatalog(catalog -> catalog.syncStates().all())
                : List.of();
    }

    private <T> List<T> rows(String sql, List<@Nullable Object> parameters, RowReader<T> reader) {
        List<T> read = new ArrayList<>();
        reading.stream(new Query(sql, parameters), Language.EN, Limits.standard(), (_, rows) -> {
            read.clear();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
        });
        return read;
    }

    private interface RowReader<T> {
        T read(RowCursor row) throws SQLException;
    }
}
