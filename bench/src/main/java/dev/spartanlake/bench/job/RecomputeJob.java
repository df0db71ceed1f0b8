package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.career.Scratch;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.floor.NativeTables;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.repair.Recomputation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// See [#description].
public final class RecomputeJob implements Job {

    private static final int WARM_UP = 2;
    private static final ScoreWeights OTHER_WEIGHTS = new ScoreWeights(20, 20, 20, 20, 20);

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public String description() {
        return "Sessions and scores of a whole career by other weights, and every file of facts anew; DuckDB writes"
                + " the same facts from a table in memory to one Parquet file, and computes nothing.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Path directory = career.warehouseToChange("recomputed");
        Path facts = career.work("recomputed.parquet");
        Iterator<ScoreWeights> weights =
                Stream.iterate(OTHER_WEIGHTS, RecomputeJob::otherThan).iterator();
        try (DuckDb tables = NativeTables.of(career.duckDb())) {
            return setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, "other weights of scores"),
                            List.of(
                                    Contender.of(Side.PRODUCT, () -> recompute(directory, weights.next())),
                                    new Contender(
                                            Side.FLOOR,
                                            () -> Scratch.delete(facts),
                                            () -> tables.execute("COPY match_facts TO " + Sql.literal(facts.toString())
                                                    + " (FORMAT parquet)"))));
        }
    }

    private static ScoreWeights otherThan(ScoreWeights weights) {
        return weights.equals(OTHER_WEIGHTS) ? ScoreWeights.STANDARD : OTHER_WEIGHTS;
    }

    private static void recompute(Path directory, ScoreWeights weights) {
        try (Warehouse warehouse =
                Warehouse.at(directory, WarehouseConfig.standard().withScoreWeights(weights))) {
            Recomputation.Report report = warehouse.recompute();
            Checks.require(report.isChange(), "recomputation", "a change", report);
        }
    }
}
