package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.CommittedFile;
import dev.spartanlake.catalog.PendingFiles;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.FileScope;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryEngine;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.RowSink;
import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.reference.Language;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// One state of the warehouse under the names of SQL: the files of one commit, and the metadata of the same moment.
///
/// The snapshots that follow one another share what is loaded, of which the latest has the use: earlier ones fail as
/// reading from a warehouse that has changed does. Between questions no transaction of the metadata database is open,
/// so that writers can clear its log.
final class Snapshot implements AutoCloseable {

    /// Tables of which a statement about one match may need no other rows.
    private static final Set<RelationName> OF_ONE_MATCH = Set.of(
            RelationName.main(Tables.MATCH_PARTICIPANTS.name()),
            RelationName.main(Tables.MEDAL_AWARDS.name()),
            RelationName.main(Tables.HIGHLIGHT_EVENTS.name()));

    /// Tables of which a statement about one player may need no other rows.
    private static final Set<RelationName> OF_ONE_PLAYER =
            Set.of(RelationName.main(Tables.MATCH_FACTS.name()), RelationName.main(Tables.MEDAL_AWARDS.name()));

    private final WarehouseDirectory directory;
    private final Language language;
    private final Catalog catalog;
    private final Committed committed;
    private final List<Path> staged;
    private final QueryEngine engine;
    private final QueryEngine.State state;

    /// What SQLite called the database when it was last looked at and in this state. Guarded by the catalog.
    private long currentVersion = -1;

    private Snapshot(
            WarehouseDirectory directory, Language language, Catalog catalog, Committed committed, QueryEngine engine) {
        this.directory = directory;
        this.language = language;
        this.catalog = catalog;
        this.committed = committed;
        this.staged = staged(directory, committed.relations());
        this.engine = engine;
        this.state = engine.state();
    }

    /// @param limits their memory counts; rows and time are given anew with each question
    /// @param abandoned counts the statements that were left behind
    /// @param stop cancels the question that is being answered
    static Snapshot open(
            WarehouseDirectory directory, Language language, Limits limits, AtomicInteger abandoned, StopSignal stop) {
        Catalog catalog = Catalog.openForReading(directory.root());
        try {
            Committed committed = catalog.database()
                    .inRead(() -> committed(directory, language, catalog, new MetadataTables(catalog)));
            QueryEngine engine = QueryEngine.open(committed.relations(), limits, abandoned, stop::isRaised);
            return new Snapshot(directory, language, catalog, committed, engine);
        } catch (RuntimeException failed) {
            catalog.close();
            throw failed;
        }
    }

    /// The present state, with what is loaded of this one. This one answers no more then, and whoever closes one of
    /// them closes both.
    ///
    /// @return empty while a question about this one is loading, which may take as long as it is allowed to;
    ///     and where another database has taken the place of this one, or it was written anew. That is how a
    ///     warehouse forgets, and nothing of what it has forgotten must stay in memory
    Optional<Snapshot> next() {
        // Not while the catalog is held: whoever changes tables in the engine may be waiting for rows of it.
        return present()
                .flatMap(present -> engine.answerAbout(present.relations())
                        .map(_ -> new Snapshot(directory, language, catalog, present, engine)));
    }

    /// What is committed now; empty where this snapshot's engine cannot answer about it.
    private Optional<Committed> present() {
        synchronized (catalog) {
            if (!catalog.database().isInPlace()) {
                return Optional.empty();
            }
            Committed present =
                    catalog.database().inRead(() -> committed(directory, language, catalog, committed.metadata()));
            return present.schemaVersion() == committed.schemaVersion() && engine.canAnswerAbout(present.relations())
                    ? Optional.of(present)
                    : Optional.empty();
        }
    }

    private static Committed committed(
            WarehouseDirectory directory, Language language, Catalog catalog, MetadataTables metadata) {
        Commits.State state = catalog.commits().state();
        return new Committed(
                schemaVersion(catalog), state, metadata, relations(directory, catalog, metadata.in(state), language));
    }

    /// Grows with each change of the database's tables, and when it is written anew.
    private static long schemaVersion(Catalog catalog) {
        return catalog.database().number("PRAGMA schema_version");
    }

    /// Whether the warehouse is still in this state.
    boolean isCurrent() {
        synchronized (catalog) {
            return catalog.database().isInPlace()
                    && isSameDatabase()
                    && staged.stream().allMatch(Files::exists);
        }
    }

    /// SQLite tells at once whether anybody has written. Only then is it looked at what.
    private boolean isSameDatabase() {
        long version = catalog.database().number("PRAGMA data_version");
        if (version == currentVersion) {
            return true;
        }
        boolean isSame = committed.state().equals(catalog.commits().state())
                && committed.schemaVersion() == schemaVersion(catalog);
        if (isSame) {
            currentVersion = version;
        }
        return isSame;
    }

    QueryResult query(Query query, Limits limits) {
        return engine.query(query.sql(), query.parameters(), limits, state, scope(query));
    }

    /// The files of the player, and of the month in which the match began.
    private FileScope scope(Query query) {
        Map<RelationName, Map<String, String>> keys = new HashMap<>();
        Xuid player = query.player();
        if (player != null) {
            OF_ONE_PLAYER.forEach(table -> add(keys, table, key(player)));
        }
        MatchId match = query.match();
        if (match != null) {
            month(match).ifPresent(month -> OF_ONE_MATCH.forEach(table -> add(keys, table, key(month))));
        }
        return new FileScope(keys);
    }

    private static void add(Map<RelationName, Map<String, String>> keys, RelationName table, Map<String, String> more) {
        keys.computeIfAbsent(table, _ -> new HashMap<>()).putAll(more);
    }

    /// The month in which a match began; empty where the match is not known.
    private Optional<YearMonth> month(MatchId match) {
        synchronized (catalog) {
            return Optional.ofNullable(
                            catalog.ledger().find(List.of(match.value())).get(match.value()))
                    .map(known -> Partition.monthOf(known.startTime()));
        }
    }

    /// Hands rows over as [QueryEngine#deliver(String, List, Limits, RowSink)] does.
    void deliver(Query query, Limits limits, RowSink sink) {
        engine.deliver(query.sql(), query.parameters(), limits, sink, state);
    }

    /// Hands rows over as [QueryEngine#deliver(RelationName, Limits, RowSink)] does.
    void deliver(RelationName relation, Limits limits, RowSink sink) {
        engine.deliver(relation, limits, sink, state);
    }

    /// Whether every file is where it will stay, and none is still staged.
    boolean isInPlace() {
        return staged.isEmpty();
    }

    /// A writer that puts them in place tells so only after the last of them.
    private static List<Path> staged(WarehouseDirectory directory, List<Relation> relations) {
        return relations.stream()
                .filter(Relation.ParquetFiles.class::isInstance)
                .map(Relation.ParquetFiles.class::cast)
                .flatMap(relation -> relation.paths().stream())
                .filter(path -> path.startsWith(directory.staging()))
                .toList();
    }

    /// Everything that can be asked for in this state, each relation after those it uses.
    List<Relation> relations() {
        return committed.relations();
    }

    private static List<Relation> relations(
            WarehouseDirectory directory, Catalog catalog, List<Relation> metadata, Language language) {
        PendingFiles pending = catalog.commits().pendingFiles();
        List<Relation> relations = new ArrayList<>(metadata);
        for (Table<?> table : Tables.ALL) {
            List<ParquetFile> files = catalog.dataFiles().committed(table.name()).stream()
                    .map(file -> parquetFile(pending.locate(directory, file.partition()), file))
                    .toList();
            List<RelationColumn> columns = table.columns().stream()
                    .map(column ->
                            new RelationColumn(column.name(), column.type().duckDb()))
                    .toList();
            relations.add(new Relation.ParquetFiles(RelationName.main(table.name()), columns, files));
        }
        relations.add(MatchNames.in(language));
        relations.add(MatchesView.RELATION);
        return relations;
    }

    /// Each partition is one file, and its columns tell which.
    private static ParquetFile parquetFile(Path path, CommittedFile file) {
        Partition partition = file.partition();
        Map<String, String> key = new HashMap<>(key(partition.month()));
        Xuid player = partition.xuid();
        if (player != null) {
            key.putAll(key(player));
        }
        Fingerprint fingerprint = file.fingerprint();
        return new ParquetFile(path, fingerprint.sizeBytes(), file.rowCount(), fingerprint.sha256(), key);
    }

    private static Map<String, String> key(Xuid player) {
        return Map.of("xuid", player.text());
    }

    private static Map<String, String> key(YearMonth month) {
        return Map.of("year", Integer.toString(month.getYear()), "month", Integer.toString(month.getMonthValue()));
    }

    /// What was committed.
    ///
    /// @param schemaVersion of the database
    private record Committed(
            long schemaVersion, Commits.State state, MetadataTables metadata, List<Relation> relations) {}

    @Override
    public void close() {
        try {
            engine.close();
        } finally {
            synchronized (catalog) {
                catalog.close();
            }
        }
    }
}
