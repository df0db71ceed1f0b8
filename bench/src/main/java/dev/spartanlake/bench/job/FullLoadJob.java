package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.floor.NativeTables;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Task;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// See [#description].
public final class FullLoadJob implements Job {

    private static final int WARM_UP = 3;
    private static final MatchList ALL = new MatchList(Integer.MAX_VALUE);
    private static final Query FACTS = Query.of("SELECT * FROM match_facts");
    private static final Limits LIMITS =
            Limits.standard().withRows(Limits.MOST_ROWS).withTime(Duration.ofHours(1));

    @Override
    public String name() {
        return "full-load";
    }

    @Override
    public String description() {
        return "Every match of a career as an object; DuckDB runs the same statement, and every value is read as an"
                + " object: from tables of its own in memory, and from the Parquet files.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        try (Warehouse warehouse = Warehouse.at(career.warehouse(), WarehouseConfig.standard());
                DuckDb tables = NativeTables.of(career.duckDb());
                DuckDb files = DuckDb.reading(career.duckDb())) {
            Analytics analytics = warehouse.analytics(Viewpoint.standard(), LIMITS);
            List<Measurement> measurements = new ArrayList<>();
            measurements.addAll(measure(
                    setting,
                    "matches as records",
                    () -> records(analytics, career),
                    new Floors(tables, files, ALL.query(Scope.of(filter(career), Viewpoint.standard())))));
            Floors facts = new Floors(tables, files, FACTS);
            measurements.addAll(measure(setting, "match_facts as a result", () -> result(warehouse, career), facts));
            measurements.addAll(measure(setting, "match_facts row by row", () -> stream(warehouse, career), facts));
            return measurements;
        }
    }

    private List<Measurement> measure(Setting setting, String work, Task product, Floors floors)
            throws IOException, SQLException, InterruptedException {
        return setting.turns(WARM_UP)
                .measure(
                        setting.subject(this, work),
                        List.of(
                                Contender.of(Side.PRODUCT, product),
                                Contender.of(Side.FLOOR, () -> floors.tables().read(floors.query())),
                                Contender.of(Side.PARQUET, () -> floors.files().read(floors.query()))));
    }

    /// What the floors are made of.
    private record Floors(DuckDb tables, DuckDb files, Query query) {}

    private static Filter filter(BenchCareer career) {
        return Filter.of(career.player());
    }

    private static void records(Analytics analytics, BenchCareer career) {
        List<MatchLine> matches = analytics.ask(ALL, filter(career));
        Checks.require(matches.size() == career.matches(), "matches", career.matches(), matches.size());
    }

    private static void result(Warehouse warehouse, BenchCareer career) {
        int rows = warehouse
                .query(FACTS.sql(), FACTS.parameters(), Language.EN, LIMITS)
                .rows()
                .size();
        Checks.require(rows == career.matches(), "rows", career.matches(), rows);
    }

    private static void stream(Warehouse warehouse, BenchCareer career) {
        int[] rows = new int[1];
        warehouse.streamTable(
                "match_facts", Language.EN, LIMITS, (columns, cursor) -> rows[0] = read(cursor, columns.size()));
        Checks.require(rows[0] == career.matches(), "rows", career.matches(), rows[0]);
    }

    private static int read(RowCursor cursor, int columns) throws SQLException {
        int rows = 0;
        while (cursor.next()) {
            rows++;
            for (int column = 0; column < columns; column++) {
                cursor.value(column);
            }
        }
        return rows;
    }
}
