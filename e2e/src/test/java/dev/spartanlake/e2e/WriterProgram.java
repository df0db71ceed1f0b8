package dev.spartanlake.e2e;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A process that commits one small batch after the other, and says so after each, until it is ended.
final class WriterProgram {

    private WriterProgram() {}

    /// Writes.
    ///
    /// @param arguments the warehouse; a directory for the batches' files; the first batch to write
    public static void main(String[] arguments) {
        Path inputs = Path.of(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        Iterator<GeneratedDocument> documents = Documents.ofCareer().iterator();
        Set<Xuid> players = Documents.players().stream().map(Xuid::parse).collect(Collectors.toSet());
        WarehouseConfig config = WarehouseConfig.standard().withCommand("batches");
        try (Warehouse warehouse = Warehouse.at(Path.of(arguments[0]), config)) {
            for (int i = 0; documents.hasNext(); i++) {
                List<GeneratedDocument> batch = Documents.next(documents, Counts.BATCH);
                if (i < first) {
                    continue;
                }
                Path file = Documents.writeLines(batch, inputs.resolve("batch.ndjson"));
                IngestReport report =
                        warehouse.ingest(IngestRequest.of(List.of(file.toString()), players), IngestProgress.NONE);
                if (report.accepted() != Counts.BATCH) {
                    throw new IllegalStateException("batch " + i + ": " + report);
                }
                System.out.println(i);
            }
        }
    }
}
