package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.PendingFiles;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.fact.Tables;
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
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One state of the warehouse under the names of SQL: the files of one commit, and the metadata of the same moment.
///
/// Between questions no transaction of the metadata database is open, so that writers can clear its log.
final class Snapshot implements AutoCloseable {

    private final Catalog catalog;
    private final Commits.State state;
    private final List<Relation> relations;
    private final List<Path> staged;
    private final QueryEngine engine;

    private Snapshot(WarehouseDirectory directory, Catalog catalog, Committed committed, QueryEngine engine) {
        this.catalog = catalog;
        this.state = committed.state();
        this.relations = committed.relations();
        this.staged = staged(directory, relations);
        this.engine = engine;
    }

    /// @param limits their memory counts; rows and time are given anew with each question
    /// @param abandoned counts the statements that were left behind
    /// @param stop cancels the question that is being answered
    static Snapshot open(
            WarehouseDirectory directory, Language language, Limits limits, AtomicInteger abandoned, StopSignal stop) {
        Catalog catalog = Catalog.openForReading(directory.root());
        try {
            Committed committed = catalog.database().inRead(() -> {
                Commits.State state = catalog.commits().state();
                return new Committed(state, relations(directory, catalog, state, language));
            });
            QueryEngine engine = QueryEngine.open(committed.relations(), limits, abandoned, stop::isRaised);
            return new Snapshot(directory, catalog, committed, engine);
        } catch (RuntimeException failed) {
            catalog.close();
            throw failed;
        }
    }

    /// Whether the warehouse is still in this state.
    boolean isCurrent() {
        synchronized (catalog) {
            return catalog.database().isInPlace()
                    && state.equals(catalog.commits().state())
                    && staged.stream().allMatch(Files::exists);
        }
    }

    QueryResult query(Query query, Limits limits) {
        return engine.query(query.sql(), query.parameters(), limits);
    }

    /// Hands rows over as [QueryEngine#deliver(String, List, Limits, RowSink)] does.
    void deliver(Query query, Limits limits, RowSink sink) {
        engine.deliver(query.sql(), query.parameters(), limits, sink);
    }

    /// Hands rows over as [QueryEngine#deliver(RelationName, Limits, RowSink)] does.
    void deliver(RelationName relation, Limits limits, RowSink sink) {
        engine.deliver(relation, limits, sink);
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
        return relations;
    }

    private static List<Relation> relations(
            WarehouseDirectory directory, Catalog catalog, Commits.State state, Language language) {
        PendingFiles pending = catalog.commits().pendingFiles();
        List<Relation> relations = new ArrayList<>(MetadataTables.of(catalog, state));
        for (Table<?> table : Tables.ALL) {
            List<ParquetFile> files = catalog.dataFiles().of(table.name()).stream()
                    .map(file -> new ParquetFile(
                            pending.locate(directory, file), file.fingerprint().sizeBytes(), file.rowCount()))
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

    private record Committed(Commits.State state, List<Relation> relations) {}

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
