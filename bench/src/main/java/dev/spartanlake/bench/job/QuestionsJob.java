package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.floor.NativeTables;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// See [#description].
public final class QuestionsJob implements Job {

    private static final int WARM_UP = 10;
    private static final Limits EVERY_ROW = Limits.standard().withRows(Limits.MOST_ROWS);

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public String description() {
        return "Every ready-made answer in a process that stays; DuckDB answers the same prepared statements, one after"
                + " the other, and every value is read: from tables of its own in memory, and from the Parquet files.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Filter filter = Filter.of(career.player());
        Viewpoint viewpoint = Viewpoint.standard();
        List<Measurement> measurements = new ArrayList<>();
        try (Warehouse warehouse = Warehouse.at(career.warehouse(), WarehouseConfig.standard());
                DuckDb tables = NativeTables.of(career.duckDb());
                DuckDb files = DuckDb.reading(career.duckDb())) {
            Analytics analytics = warehouse.analytics(viewpoint);
            for (Map.Entry<String, Question<?>> asked :
                    AskedQuestions.all(analytics, filter).entrySet()) {
                Question<?> question = asked.getValue();
                List<Query> queries = question.queries(Scope.of(filter, viewpoint));
                requireSameRows(warehouse, tables, queries);
                measurements.addAll(setting.turns(WARM_UP)
                        .measure(
                                setting.subject(this, asked.getKey()),
                                List.of(
                                        Contender.of(Side.PRODUCT, () -> analytics.ask(question, filter)),
                                        Contender.of(Side.FLOOR, () -> tables.read(queries)),
                                        Contender.of(Side.PARQUET, () -> files.read(queries)))));
            }
        }
        return measurements;
    }

    /// DuckDB must have the same work to do.
    private static void requireSameRows(Warehouse warehouse, DuckDb tables, List<Query> queries) throws SQLException {
        for (Query query : queries) {
            int expected = warehouse
                    .query(query.sql(), query.parameters(), Language.EN, EVERY_ROW)
                    .rows()
                    .size();
            long found = tables.read(query);
            Checks.require(found == expected, "rows of " + query.sql(), expected, found);
        }
    }
}
