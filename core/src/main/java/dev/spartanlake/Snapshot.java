package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryEngine;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.reference.Language;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One state of the warehouse under the names of SQL: the files of one commit, and the metadata of the same moment.
final class Snapshot implements AutoCloseable {

    private final Catalog pinned;
    private final Catalog live;
    private final Commits.State state;
    private final Language language;
    private final Limits limits;
    private final QueryEngine engine;

    private Snapshot(
            Catalog pinned, Catalog live, Commits.State state, Language language, Limits limits, QueryEngine engine) {
        this.pinned = pinned;
        this.live = live;
        this.state = state;
        this.language = language;
        this.limits = limits;
        this.engine = engine;
    }

    static Snapshot open(WarehouseDirectory directory, Language language, Limits limits) {
        Catalog pinned = Catalog.openForReading(directory.root());
        try {
            pinned.database().beginRead();
            Commits.State state = pinned.commits().state();
            QueryEngine engine = QueryEngine.open(relations(directory, pinned, language), limits);
            Catalog live = Catalog.openForReading(directory.root());
            return new Snapshot(pinned, live, state, language, limits, engine);
        } catch (RuntimeException failed) {
            pinned.close();
            throw failed;
        }
    }

    boolean serves(Language otherLanguage, Limits otherLimits) {
        return language == otherLanguage && limits.equals(otherLimits);
    }

    /// Whether the warehouse is still in this state.
    boolean isCurrent() {
        return state.equals(live.commits().state());
    }

    QueryResult query(String sql, List<@Nullable Object> parameters) {
        return engine.query(sql, parameters);
    }

    private static List<Relation> relations(WarehouseDirectory directory, Catalog catalog, Language language) {
        Map<String, String> staged = new HashMap<>();
        for (Commits.FileChange change : catalog.commits().pending()) {
            if (change.staged() != null) {
                staged.put(change.target(), change.staged());
            }
        }
        List<Relation> relations = new ArrayList<>(MetadataTables.of(catalog));
        for (Table<?> table : Tables.ALL) {
            List<Path> files = catalog.dataFiles().of(table.name()).stream()
                    .map(file -> path(directory, file, staged))
                    .toList();
            List<RelationColumn> columns = table.columns().stream()
                    .map(column ->
                            new RelationColumn(column.name(), column.type().duckDb()))
                    .toList();
            relations.add(new Relation.ParquetFiles(RelationName.main(table.name()), columns, files));
        }
        relations.add(MatchesView.in(language));
        return relations;
    }

    /// A file of a commit that was interrupted after it happened is still where it was staged.
    private static Path path(WarehouseDirectory directory, DataFile file, Map<String, String> staged) {
        String target = file.partition().file();
        Path stagedFile = directory.resolve(staged.getOrDefault(target, target));
        return Files.exists(stagedFile) ? stagedFile : directory.resolve(target);
    }

    @Override
    public void close() {
        try {
            engine.close();
        } finally {
            closeCatalogs();
        }
    }

    private void closeCatalogs() {
        try {
            pinned.close();
        } finally {
            live.close();
        }
    }
}
