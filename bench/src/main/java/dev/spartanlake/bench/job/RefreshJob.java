package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/// See [#description].
public final class RefreshJob implements Job {

    private static final int WARM_UP = 5;
    private static final CareerSummary QUESTION = new CareerSummary();

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public String description() {
        return "The career of a player, asked for in a process that stays, right after 25 further matches came in;"
                + " DuckDB opens a database of views of the new Parquet files and answers the same statements.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Filter filter = Filter.of(career.player());
        Path directory = career.warehouseToChange("refreshed");
        Path export = career.work("refreshed.duckdb");
        Iterator<Path> deltas =
                career.later(WARM_UP + setting.runs(), DeltaJob.MATCHES).iterator();
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            Analytics analytics = warehouse.analytics(Viewpoint.standard());
            return setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, "career after a delta of 25"),
                            List.of(
                                    new Contender(
                                            Side.PRODUCT,
                                            () -> DeltaJob.ingest(career.player(), warehouse, deltas.next()),
                                            () -> analytics.ask(QUESTION, filter)),
                                    new Contender(
                                            Side.FLOOR,
                                            () -> BenchCareer.export(directory, export),
                                            () -> FirstQuestionJob.read(export, QUESTION, filter))));
        }
    }
}
