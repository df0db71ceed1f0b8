package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
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
import java.util.List;
import java.util.Optional;

/// Reads single documents from the file of their month, which is compared with its fingerprint first.
record DocumentReading(WarehouseDirectory directory, FileStore files, EngineSettings engineSettings) {

    /// A writer that commits without a pause leaves room between commits for several attempts.
    private static final int ATTEMPTS = 20;

    Optional<String> find(MatchId match) {
        for (int attempt = 1; ; attempt++) {
            try (Catalog catalog = Catalog.openForReading(directory.root())) {
                Commits.State state = catalog.commits().state();
                try {
                    return find(match, catalog);
                } catch (WarehouseException failed) {
                    if (attempt == ATTEMPTS || state.equals(catalog.commits().state())) {
                        throw failed;
                    }
                }
            }
        }
    }

    private Optional<String> find(MatchId match, Catalog catalog) {
        PendingFiles pending = catalog.commits().pendingFiles();
        Optional<Ledger.Entry> entry = Optional.ofNullable(
                catalog.ledger().find(List.of(match.value())).get(match.value()));
        return entry.flatMap(stored ->
                        catalog
                                .dataFiles()
                                .of(Tables.MATCH_DOCUMENTS.name(), Partition.monthOf(stored.startTime()))
                                .stream()
                                .findFirst())
                .flatMap(file -> read(match, file, pending.locate(directory, file)));
    }

    private Optional<String> read(MatchId match, DataFile file, Path path) {
        new FingerprintCheck(files).require(path, file, "mend it with: spartanlake repair");
        try (Engine engine = Engine.open(engineSettings)) {
            return engine
                    .query(
                            "SELECT document FROM " + Engine.parquet(List.of(path)) + " WHERE match_id = "
                                    + Engine.literal(match.value()),
                            row -> row.getString(1))
                    .stream()
                    .findFirst();
        }
    }
}
