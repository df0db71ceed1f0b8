package dev.spartanlake;

import dev.spartanlake.WarehouseStatus.Career;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a warehouse is at a glance from its metadata; no data file is opened.
record StatusReading(WarehouseDirectory directory, FileStore files) {

    /// What one state of the metadata says.
    WarehouseStatus of(Catalog catalog) {
        List<DataFile> dataFiles = catalog.dataFiles().all();
        List<DataFile> documents = of(Tables.MATCH_DOCUMENTS, dataFiles);
        List<Career> careers = catalog.players().all().stream()
                .filter(player -> player.tracking() == Players.Tracking.TRACKED)
                .map(player -> career(player, dataFiles))
                .toList();
        return new WarehouseStatus(
                directory.root(),
                catalog.ledger().count(),
                catalog.ledger().countLost(),
                first(documents),
                last(documents),
                careers,
                dataFiles.size(),
                dataFiles.stream()
                        .mapToLong(file -> file.fingerprint().sizeBytes())
                        .sum(),
                catalog.commits().last(),
                new Quarantine(directory.quarantine(), files).count());
    }

    private static Career career(Players.Player player, List<DataFile> dataFiles) {
        List<DataFile> facts = of(Tables.MATCH_FACTS, dataFiles).stream()
                .filter(file -> player.xuid().equals(file.partition().xuid()))
                .toList();
        return new Career(player, facts.stream().mapToLong(DataFile::rowCount).sum(), first(facts), last(facts));
    }

    private static List<DataFile> of(Table<?> table, List<DataFile> dataFiles) {
        return dataFiles.stream()
                .filter(file -> file.partition().table().equals(table.name()))
                .toList();
    }

    private static @Nullable Instant first(List<DataFile> dataFiles) {
        return dataFiles.stream()
                .map(DataFile::minStartTime)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant last(List<DataFile> dataFiles) {
        return dataFiles.stream()
                .map(DataFile::maxStartTime)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
