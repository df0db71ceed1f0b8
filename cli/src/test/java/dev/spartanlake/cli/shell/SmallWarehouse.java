package dev.spartanlake.cli.shell;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A warehouse of three generated matches.
final class SmallWarehouse {

    static final int MATCHES = 3;

    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(MATCHES);

    private SmallWarehouse() {}

    /// Fills an empty directory.
    static Path in(Path directory) throws IOException {
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        Path warehouse = directory.resolve("warehouse");
        try (Warehouse filled = Warehouse.at(warehouse, WarehouseConfig.standard())) {
            Set<Xuid> players = Set.of(new Xuid(PLAN.players().getFirst().xuid()));
            filled.ingest(IngestRequest.of(List.of(documents.toString()), players), IngestProgress.NONE);
        }
        return warehouse;
    }

    /// Opens one to ask it.
    static Warehouse opened(Path warehouse, StopSignal stop) {
        return Warehouse.at(warehouse, WarehouseConfig.standard().withStop(stop));
    }
}
