package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.bench.career.Scratch;
import dev.spartanlake.bench.career.SpreadCareers;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.floor.FactsExtraction;
import dev.spartanlake.bench.floor.FactsViews;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Turns;
import dev.spartanlake.bench.measure.Unit;
import dev.spartanlake.query.Query;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// See [#description].
public final class SmallFilesJob implements Job {

    private static final List<SpreadCareers.Shape> SHAPES = List.of(
            new SpreadCareers.Shape(1, 60),
            new SpreadCareers.Shape(20, 60),
            new SpreadCareers.Shape(200, 60),
            new SpreadCareers.Shape(20, 600));

    private static final int WARM_UP = 3;
    private static final CareerSummary QUESTION = new CareerSummary();

    /// More do not fit into the last days of a month.
    private static final int MOST_DELTAS = 25;

    private final List<SpreadCareers.Shape> shapes;

    /// From few files to many, by players and by months.
    public SmallFilesJob() {
        this(SHAPES);
    }

    SmallFilesJob(List<SpreadCareers.Shape> shapes) {
        this.shapes = List.copyOf(shapes);
    }

    @Override
    public String name() {
        return "small-files";
    }

    @Override
    public String description() {
        return "The matches of a career spread over players × months, each with files of its own: a delta and questions"
                + " of one player, and everything verified; DuckDB extracts the facts of the delta, answers from the"
                + " player's files by name (for the first question also by a pattern over all files), and hashes every"
                + " value.";
    }

    /// More matches than this do not fit into 60 months of one player.
    @Override
    public int mostMatches() {
        return 100_000;
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (SpreadCareers.Shape shape : shapes) {
            measurements.addAll(new Spread(setting, shape).measure());
        }
        return measurements;
    }

    /// The work on one shape.
    private final class Spread {

        private final Setting setting;
        private final SpreadCareers.Shape shape;
        private final SpreadCareers careers;
        private final Filter filter;

        Spread(Setting setting, SpreadCareers.Shape shape) {
            this.setting = setting;
            this.shape = shape;
            careers = setting.career().spread(shape);
            filter = Filter.of(careers.player());
        }

        List<Measurement> measure() throws IOException, SQLException, InterruptedException {
            List<Measurement> measurements = new ArrayList<>();
            measurements.add(
                    subject("files").measurement(Side.PRODUCT, Unit.FILES, List.of((double) careers.parquetFiles())));
            measurements.add(subject("on disk")
                    .measurement(Side.PRODUCT, Unit.BYTES, List.of((double) Scratch.bytes(careers.warehouse()))));
            measurements.addAll(delta());
            measurements.addAll(questions());
            measurements.addAll(VerifyJob.measure(
                    setting.turns(WARM_UP), subject("verify"), careers.warehouse(), careers.duckDb(), Depth.NORMAL));
            return measurements;
        }

        private Subject subject(String work) {
            return setting.subject(SmallFilesJob.this, shape + ": " + work);
        }

        private List<Measurement> delta() throws IOException, SQLException, InterruptedException {
            Turns turns = new Turns(WARM_UP, Math.min(setting.runs(), MOST_DELTAS - WARM_UP));
            List<Path> deltas = careers.later(WARM_UP + turns.runs(), DeltaJob.MATCHES);
            Iterator<Path> forProduct = deltas.iterator();
            Iterator<Path> forFloor = deltas.iterator();
            Path facts = setting.career().work("delta.parquet");
            Path directory = careers.warehouseToChange();
            try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard());
                    DuckDb duckDb = DuckDb.inMemory()) {
                return turns.measure(
                        subject("delta of " + DeltaJob.MATCHES),
                        List.of(
                                Contender.of(
                                        Side.PRODUCT,
                                        () -> DeltaJob.ingest(careers.player(), warehouse, forProduct.next())),
                                Contender.of(
                                        Side.FLOOR,
                                        () -> FactsExtraction.run(duckDb, forFloor.next(), careers.player(), facts))));
            } finally {
                Scratch.delete(directory);
            }
        }

        private List<Measurement> questions() throws IOException, SQLException, InterruptedException {
            Path directory = careers.warehouse();
            Path named = setting.career().work("named.duckdb");
            Path globbed = setting.career().work("globbed.duckdb");
            FactsViews.named(named, careers.factsOfPlayer());
            FactsViews.globbed(globbed, directory, careers.player());
            List<Measurement> measurements = new ArrayList<>(again(directory, named));
            requireAllMatches(globbed);
            measurements.addAll(setting.turns(WARM_UP)
                    .measure(
                            subject("first question"),
                            List.of(
                                    Contender.of(Side.PRODUCT, () -> FirstQuestionJob.ask(directory, QUESTION, filter)),
                                    Contender.of(Side.FLOOR, () -> FirstQuestionJob.read(named, QUESTION, filter)),
                                    Contender.of(Side.GLOB, () -> FirstQuestionJob.read(globbed, QUESTION, filter)))));
            return measurements;
        }

        private List<Measurement> again(Path directory, Path named)
                throws IOException, SQLException, InterruptedException {
            requireAllMatches(named);
            List<Query> queries = QUESTION.queries(Scope.of(filter, Viewpoint.standard()));
            try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard());
                    DuckDb files = DuckDb.reading(named)) {
                Analytics analytics = warehouse.analytics(Viewpoint.standard());
                requireMatches(analytics.ask(QUESTION, filter).tally().matches());
                return setting.turns(WARM_UP)
                        .measure(
                                subject("question asked again"),
                                List.of(
                                        Contender.of(Side.PRODUCT, () -> analytics.ask(QUESTION, filter)),
                                        Contender.of(Side.FLOOR, () -> files.read(queries))));
            }
        }

        /// DuckDB must have the same rows to read.
        private void requireAllMatches(Path database) throws SQLException {
            try (DuckDb files = DuckDb.reading(database)) {
                requireMatches(files.read(Query.of("SELECT match_id FROM match_facts")));
            }
        }

        private void requireMatches(long found) {
            Checks.require(
                    found == careers.matchesOfPlayer(),
                    "matches of " + careers.player(),
                    careers.matchesOfPlayer(),
                    found);
        }
    }
}
