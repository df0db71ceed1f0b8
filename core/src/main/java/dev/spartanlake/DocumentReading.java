package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.PendingFiles;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.inspection.FingerprintCheck;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads documents from the files of their months, which are compared with their fingerprints first.
record DocumentReading(WarehouseDirectory directory, FileStore files, EngineSettings engineSettings) {

    /// A writer that commits without a pause leaves room between commits for several attempts.
    private static final int ATTEMPTS = 20;

    /// The document of a match; empty for one that is not stored.
    Optional<String> find(MatchId match) {
        return find(List.of(match.value())).stream().map(Document::text).findFirst();
    }

    /// The documents of those of some matches that are stored, in no order.
    List<Document> find(Collection<String> matchIds) {
        for (int attempt = 1; ; attempt++) {
            try (Catalog catalog = Catalog.openForReading(directory.root())) {
                Commits.State state = catalog.commits().state();
                try {
                    return find(matchIds, catalog);
                } catch (WarehouseException failed) {
                    if (attempt == ATTEMPTS || state.equals(catalog.commits().state())) {
                        throw failed;
                    }
                }
            }
        }
    }

    private List<Document> find(Collection<String> matchIds, Catalog catalog) {
        PendingFiles pending = catalog.commits().pendingFiles();
        List<Path> months = catalog.ledger().find(matchIds).values().stream()
                .map(stored -> Partition.monthOf(stored.startTime()))
                .distinct()
                .sorted()
                .flatMap(month -> catalog.dataFiles().of(Tables.MATCH_DOCUMENTS.name(), month).stream())
                .map(file -> checked(file, pending.locate(directory, file)))
                .toList();
        return months.isEmpty() ? List.of() : read(matchIds, months);
    }

    private Path checked(DataFile file, Path path) {
        new FingerprintCheck(files).require(path, file, "mend it with: spartanlake repair");
        return path;
    }

    private List<Document> read(Collection<String> matchIds, List<Path> months) {
        try (Engine engine = Engine.open(engineSettings)) {
            return engine.query(
                    "SELECT match_id, filename, document FROM " + Engine.parquet(months) + " WHERE match_id IN "
                            + Engine.literals(matchIds),
                    row -> new Document(row.getString(1), Path.of(row.getString(2)), row.getString(3)));
        }
    }

    /// A stored document.
    ///
    /// @param file the file it is in
    record Document(String matchId, Path file, String text) {}
}
