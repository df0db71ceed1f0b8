package dev.spartanlake;

import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Remains;
import dev.spartanlake.commit.Preview;
import dev.spartanlake.commit.StoredMatch;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.DuckDbExport;
import dev.spartanlake.export.TargetFile;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.match.MatchId;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a warehouse, which is brought to the present format first where it has an older one.
///
/// **Threads**: safe. **Lifecycle**: close it after the last question.
final class Reading implements AutoCloseable, Preview.Stored {

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

    /// Whether there is a warehouse in the directory.
    boolean exists() {
        Remains.refuseWithoutDatabase(directory);
        return Catalog.existsIn(directory.root());
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
        return documents().find(match);
    }

    @Override
    public List<MatchRows> matches(Collection<String> matchIds) {
        upgradeIfOld();
        MatchReader reader = new MatchReader();
        List<DocumentReading.Document> found =
                matchIds.isEmpty() ? List.of() : documents().find(matchIds);
        return found.stream()
                .map(document -> new StoredMatch(document.matchId(), document.file(), reader.read(document.text())))
                .map(StoredMatch::required)
                .toList();
    }

    @Override
    public boolean hasEvents(String matchId) {
        Query events = new Query("SELECT 1 FROM highlight_events WHERE match_id = ? LIMIT 1", List.of(matchId))
                .ofMatch(new MatchId(matchId));
        return !query(events, Language.EN, Limits.standard()).rows().isEmpty();
    }

    private DocumentReading documents() {
        return new DocumentReading(directory, files, config.readingEngine());
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
