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
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/// See [#description].
public final class LateUpdateJob implements Job {

    private static final int WARM_UP = 5;

    @Override
    public String name() {
        return "late-update";
    }

    @Override
    public String description() {
        return "Another content of one match of the first month; DuckDB extracts one player's facts of the document"
                + " into a Parquet file of its own.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        List<Path> versions = career.versionsOfAnOldMatch(WARM_UP + setting.runs());
        Iterator<Path> forProduct = versions.iterator();
        Iterator<Path> forFloor = versions.iterator();
        Path facts = career.work("update.parquet");
        try (Warehouse warehouse = Warehouse.at(career.warehouseToChange("updated"), WarehouseConfig.standard());
                DuckDb duckDb = DuckDb.inMemory()) {
            return setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, "update in the first month"),
                            List.of(
                                    Contender.of(Side.PRODUCT, () -> update(career, warehouse, forProduct.next())),
                                    Contender.of(
                                            Side.FLOOR,
                                            () -> FactsExtraction.run(
                                                    duckDb, forFloor.next(), career.player(), facts))));
        }
    }

    private static void update(BenchCareer career, Warehouse warehouse, Path version) {
        IngestReport report = career.ingest(warehouse, version);
        Checks.require(report.updated() == 1, "documents updated", 1, report);
    }
}
