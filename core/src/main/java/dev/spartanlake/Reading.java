package dev.spartanlake;

import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.DuckDbExport;
import dev.spartanlake.export.TargetFile;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.RowSink;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.reference.Language;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a warehouse, which is brought to the present format first where it has an older one.
///
/// **Threads**: safe. **Lifecycle**: close it after the last question.
final class Reading implements AutoCloseable {

    /// Readers of an old warehouse wait for one of them to upgrade it.
    private static final Duration UPGRADE_OF_ANOTHER = Duration.ofMinutes(1);

    private final WarehouseDirectory directory;
    private final WarehouseConfig config;
    private final FileStore files;
    private final Writers writers;
    private final Questions questions;
    private volatile boolean isUpgraded;

    Reading(WarehouseDirectory directory, WarehouseConfig config, FileStore files, Writers writers) {
        this.directory = directory;
        this.config = config;
        this.files = files;
        this.writers = writers;
        questions = new Questions(directory, config.stop());
    }

    /// What one state of the metadata says.
    <T> T ofCatalog(Function<Catalog, T> read) {
        upgradeIfOld();
        try (Catalog catalog = Catalog.openForReading(directory.root())) {
            return catalog.database().inRead(() -> read.apply(catalog));
        }
    }

    WarehouseStatus status() {
        return ofCatalog(new StatusReading(directory, files)::of);
    }

    QueryResult query(Query query, Language language, Limits limits) {
        upgradeIfOld();
        return questions.ask(query, language, limits);
    }

    Unnamed unnamed() {
        List<Assets.Unnamed> assets = ofCatalog(catalog -> catalog.assets().unnamed());
        List<String> playlists = ofCatalog(catalog -> catalog.assets().unrated());
        List<Xuid> players = new ArrayList<>();
        stream(new Query("""
                        SELECT DISTINCT xuid FROM match_participants
                        WHERE xuid IS NOT NULL
                            AND xuid NOT IN (SELECT xuid FROM meta.players WHERE gamertag IS NOT NULL)
                            AND xuid NOT IN (SELECT subject FROM meta.absences WHERE what = 'player')
                        ORDER BY length(xuid), xuid
                        """, List.of()), Language.EN, Limits.standard(), (_, rows) -> {
            players.clear();
            while (rows.next()) {
                players.add(Xuid.parse(String.valueOf(rows.value(0))));
            }
        });
        return new Unnamed(players, assets, playlists);
    }

    List<Incomplete> incomplete(Xuid player) {
        List<Incomplete> matches = new ArrayList<>();
        stream(new Query("""
                        WITH mine AS (
                            SELECT f.match_id, any_value(f.start_time) AS start_time,
                                bool_or(l.skill_sha256 IS NULL AND s.subject IS NULL) AS lacks_skill,
                                bool_or(l.film_sha256 IS NULL AND v.subject IS NULL) AS lacks_film
                            FROM match_facts AS f JOIN meta.match_ledger AS l USING (match_id)
                                LEFT JOIN meta.absences AS s ON s.what = 'skill' AND s.subject = f.match_id
                                LEFT JOIN meta.absences AS v ON v.what = 'film' AND v.subject = f.match_id
                            WHERE f.xuid = ? AND l.content_sha256 IS NOT NULL GROUP BY f.match_id
                        )
                        SELECT match_id, any_value(m.start_time), any_value(lacks_skill),
                            any_value(lacks_film), string_agg(p.xuid, ' ' ORDER BY length(p.xuid), p.xuid)
                        FROM mine AS m JOIN match_participants AS p USING (match_id)
                        WHERE (lacks_skill OR lacks_film) AND p.xuid IS NOT NULL
                        GROUP BY match_id ORDER BY 2 DESC, 1
                        """, List.of(player.text())), Language.EN, Limits.standard(), (_, rows) -> {
            matches.clear();
            while (rows.next()) {
                matches.add(Incomplete.of(rows));
            }
        });
        return matches;
    }

    void stream(Query query, Language language, Limits limits, RowSink sink) {
        upgradeIfOld();
        questions.onOneCommit(language, limits, snapshot -> {
            snapshot.deliver(query, limits, sink);
            return true;
        });
    }

    void streamTable(String name, Language language, Limits limits, RowSink sink) {
        upgradeIfOld();
        RelationName relation = relation(name);
        questions.onOneCommit(language, limits, snapshot -> {
            snapshot.deliver(relation, limits, sink);
            return true;
        });
    }

    private static RelationName relation(String name) {
        int dot = name.indexOf('.');
        String schema = dot < 0 ? "main" : name.substring(0, dot);
        String table = name.substring(dot + 1);
        if (schema.isBlank() || table.isBlank()) {
            throw new WarehouseException(
                    ErrorCode.QUERY_INVALID,
                    Location.nowhere(),
                    "expected the name of a table such as match_facts or meta.players, found \"" + name + "\"");
        }
        return new RelationName(schema, table);
    }

    void exportDuckDb(TargetFile target, Language language) {
        upgradeIfOld();
        target.write(part -> {
            while (!questions.onOneCommit(language, Limits.standard(), snapshot -> exported(snapshot, part))) {
                // A writer was interrupted after its commit: its files are put in place first.
                questions.close();
                writers.open().close();
            }
        });
    }

    private boolean exported(Snapshot snapshot, Path part) {
        if (!snapshot.isInPlace()) {
            return false;
        }
        files.delete(part);
        DuckDbExport.write(part, snapshot.relations());
        return true;
    }

    Optional<String> document(MatchId match) {
        upgradeIfOld();
        return new DocumentReading(directory, files, config.readingEngine()).find(match);
    }

    Analytics analytics(Viewpoint viewpoint, Limits limits) {
        Limits anyRows = limits.withRows(Limits.MOST_ROWS);
        return new Analytics(viewpoint, new Analytics.Source() {
            @Override
            public <T> T onOneCommit(Function<Analytics.Statements, T> work) {
                upgradeIfOld();
                return questions.onOneCommit(
                        viewpoint.language(), limits, snapshot -> work.apply(query -> snapshot.query(query, anyRows)));
            }
        });
    }

    void upgradeIfOld() {
        if (!isUpgraded && Catalog.existsIn(directory.root())) {
            long version = Catalog.formatVersionIn(directory.root());
            if (version > 0 && version < Catalog.FORMAT_VERSION) {
                writers.openOlder(UPGRADE_OF_ANOTHER).close();
            }
            isUpgraded = version > 0;
        }
    }

    /// Releases what questions hold in memory.
    @Override
    public void close() {
        questions.close();
    }
}
