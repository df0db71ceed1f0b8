package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.query.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// See [#description].
public final class FirstQuestionJob implements Job {

    private static final int WARM_UP = 1;

    @Override
    public String name() {
        return "first-question";
    }

    @Override
    public String description() {
        return "Every ready-made answer as the first one, with the opening of the warehouse, in a process that stays;"
                + " DuckDB opens a database of views of the same Parquet files and answers the same statements.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Path directory = career.warehouse();
        Path export = career.duckDb();
        Filter filter = Filter.of(career.player());
        List<Measurement> measurements = new ArrayList<>();
        for (Map.Entry<String, Question<?>> asked : questions(directory, filter).entrySet()) {
            Question<?> question = asked.getValue();
            measurements.addAll(setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, asked.getKey()),
                            List.of(
                                    Contender.of(Side.PRODUCT, () -> ask(directory, question, filter)),
                                    Contender.of(Side.FLOOR, () -> read(export, question, filter)))));
        }
        return measurements;
    }

    private static Map<String, Question<?>> questions(Path directory, Filter filter) {
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            return AskedQuestions.all(warehouse.analytics(Viewpoint.standard()), filter);
        }
    }

    static void ask(Path directory, Question<?> question, Filter filter) {
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            warehouse.analytics(Viewpoint.standard()).ask(question, filter);
        }
    }

    static void read(Path export, Question<?> question, Filter filter) throws SQLException {
        List<Query> queries = question.queries(Scope.of(filter, Viewpoint.standard()));
        try (DuckDb files = DuckDb.reading(export)) {
            files.read(queries);
        }
    }
}
