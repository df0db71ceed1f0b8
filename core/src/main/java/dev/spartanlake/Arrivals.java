package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.Preview;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.ingest.Ingest;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.ingest.RefusalSink;
import dev.spartanlake.intake.Intake;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.source.DocumentSource;
import dev.spartanlake.source.SourceLimits;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;

/// Brings matches into a warehouse, from files and from whoever obtained them elsewhere.
record Arrivals(
        WarehouseDirectory directory, WarehouseConfig config, FileStore files, Writers writers, Reading reading) {

    /// Far above real documents, which have 8 to 150 KB, and low enough for several at once in a small heap.
    private static final long LONGEST_DOCUMENT = 16L << 20;

    static final SourceLimits LIMITS = new SourceLimits(
            LONGEST_DOCUMENT,
            SourceLimits.defaults().expandedBytes(),
            SourceLimits.defaults().expansionRatio(),
            SourceLimits.defaults().archiveEntries());

    IngestReport ingest(IngestRequest request, IngestProgress progress) {
        try (DocumentSource source = DocumentSource.open(request.paths(), request.standardInput(), LIMITS)) {
            Ingest ingest = new Ingest(
                    source,
                    new Ingest.IngestSettings(
                            config.threads(), config.commitBytes(), config.command(), config.clock(), config.stop()),
                    progress);
            return request.mode() == IngestRequest.Mode.DRY_RUN ? preview(ingest) : run(ingest, request);
        }
    }

    private IngestReport preview(Ingest ingest) {
        if (!reading.exists()) {
            return ingest.preview(Preview.ofNewWarehouse());
        }
        try (Catalog catalog = Catalog.openOlderForReading(directory.root())) {
            return ingest.preview(Preview.of(catalog.ledger()));
        }
    }

    private IngestReport run(Ingest ingest, IngestRequest request) {
        try (WarehouseWriter writer = writers.open()) {
            PendingCommit commit = writers.begin(writer);
            commit.track(request.players());
            return ingest.run(commit, quarantine(), request.mode());
        }
    }

    IntakeReport take(Obtained obtained) {
        try (WarehouseWriter writer = writers.open()) {
            return new Intake(obtained, quarantine())
                    .run(writers.begin(writer), config.command(), config.clock().instant());
        }
    }

    /// What taking it in would report, with nothing changed.
    IntakeReport foresee(Obtained obtained) {
        Intake intake = new Intake(obtained, RefusalSink.NONE);
        return reading.exists()
                ? reading.ofCatalog(catalog -> intake.foresee(Preview.of(catalog.ledger(), reading)))
                : intake.foresee(Preview.ofNewWarehouse());
    }

    private Quarantine quarantine() {
        return new Quarantine(directory.quarantine(), files);
    }
}
