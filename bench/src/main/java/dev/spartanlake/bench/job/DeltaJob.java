package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.floor.FactsExtraction;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/// See [#description].
public final class DeltaJob implements Job {

    static final int MATCHES = 25;

    private static final int WARM_UP = 5;

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public String description() {
        return "25 further matches into a warehouse, again and again; DuckDB extracts one player's facts of the same"
                + " documents into a Parquet file of their own.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        List<Path> deltas = career.later(WARM_UP + setting.runs(), MATCHES);
        Iterator<Path> forProduct = deltas.iterator();
        Iterator<Path> forFloor = deltas.iterator();
        Path facts = career.work("delta.parquet");
        try (Warehouse warehouse = Warehouse.at(career.warehouseToChange("growing"), WarehouseConfig.standard());
                DuckDb duckDb = DuckDb.inMemory()) {
            return setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, "delta of 25"),
                            List.of(
                                    Contender.of(
                                            Side.PRODUCT, () -> ingest(career.player(), warehouse, forProduct.next())),
                                    Contender.of(
                                            Side.FLOOR,
                                            () -> FactsExtraction.run(
                                                    duckDb, forFloor.next(), career.player(), facts))));
        }
    }

    static void ingest(Xuid player, Warehouse warehouse, Path delta) {
        IngestReport report = BenchCareer.ingest(player, warehouse, delta);
        Checks.require(report.inserted() == MATCHES, "documents inserted", MATCHES, report);
    }
}
