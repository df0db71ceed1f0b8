package dev.spartanlake.bench.career;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.generator.AssetName;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes warehouses of documents a slice at a time, so that no file ever holds all of them: those of a million matches
/// are 17 GB.
///
/// @param documents how many documents a slice has
record Slices(int documents) {

    /// Slices of 330 MB or so.
    static final Slices USUAL = new Slices(20_000);

    /// Makes a warehouse, with the names of everything the documents refer to.
    ///
    /// @param all all documents, in the order of play
    /// @param players whose careers it keeps
    /// @param target where it is made; beside it, for a while, lies a file with a slice
    void warehouse(Iterator<GeneratedDocument> all, List<TrackedPlayer> players, Path target) throws IOException {
        Set<Xuid> tracked =
                players.stream().map(player -> new Xuid(player.xuid())).collect(Collectors.toSet());
        Path slice = target.resolveSibling(target.getFileName() + "-slice.ndjson");
        try (Warehouse warehouse = Warehouse.at(target, WarehouseConfig.standard())) {
            while (all.hasNext()) {
                Documents.write(all, documents, slice);
                warehouse.ingest(IngestRequest.of(List.of(slice.toString()), tracked), IngestProgress.NONE);
            }
            for (TrackedPlayer player : players) {
                warehouse.namePlayer(new Xuid(player.xuid()), player.gamertag());
            }
            warehouse.nameAssets(Career.names().stream().map(Slices::named).toList());
        } finally {
            Files.deleteIfExists(slice);
        }
    }

    private static Assets.NamedAsset named(AssetName asset) {
        return new Assets.NamedAsset(
                Assets.Kind.valueOf(asset.kind().name()),
                asset.assetId(),
                asset.publicName(),
                null,
                asset.nameFr(),
                null);
    }
}
