package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.career.Scratch;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.floor.FactsExtraction;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import dev.spartanlake.ingest.IngestReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// See [#description].
public final class IngestJob implements Job {

    private static final int WARM_UP = 2;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String description() {
        return "All documents of a career, in one file, into a new warehouse, in a process that has done it before;"
                + " DuckDB extracts one player's facts into one Parquet file.";
    }

    /// Nobody has more documents, 1.7 GB of them, in one file.
    @Override
    public int mostMatches() {
        return 100_000;
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Path documents = career.documents();
        Path warehouse = career.work("ingested");
        Path facts = career.work("facts.parquet");
        List<Measurement> measurements = new ArrayList<>();
        try (DuckDb duckDb = DuckDb.inMemory()) {
            measurements.addAll(setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, "bulk"),
                            List.of(
                                    new Contender(
                                            Side.PRODUCT,
                                            () -> Scratch.delete(warehouse),
                                            () -> ingest(career, documents, warehouse)),
                                    new Contender(
                                            Side.FLOOR,
                                            () -> Scratch.delete(facts),
                                            () -> FactsExtraction.run(duckDb, documents, career.player(), facts)))));
        }
        List<Measurement> speeds = measurements.stream()
                .map(time -> speed(setting.subject(this, "bulk"), time))
                .toList();
        measurements.addAll(speeds);
        Subject onDisk = setting.subject(this, "on disk");
        measurements.add(bytes(onDisk, Side.PRODUCT, warehouse));
        measurements.add(bytes(onDisk, Side.FLOOR, facts));
        return measurements;
    }

    private static void ingest(BenchCareer career, Path documents, Path directory) {
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            IngestReport report = career.ingest(warehouse, documents);
            Checks.require(report.inserted() == career.matches(), "documents inserted", career.matches(), report);
        }
    }

    private static Measurement speed(Subject subject, Measurement time) {
        List<Double> speeds = time.samples().stream()
                .map(milliseconds -> time.matches() * 1000 / milliseconds)
                .toList();
        return subject.measurement(time.side(), Unit.DOCUMENTS_PER_SECOND, speeds);
    }

    private static Measurement bytes(Subject subject, Side side, Path path) throws IOException {
        return subject.measurement(side, Unit.BYTES, List.of((double) Scratch.bytes(path)));
    }
}
