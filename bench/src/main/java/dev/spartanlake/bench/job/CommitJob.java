package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.career.Scratch;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/// See [#description].
public final class CommitJob implements Job {

    private static final int WARM_UP = 5;

    @Override
    public String name() {
        return "commit";
    }

    @Override
    public String description() {
        return "A durable commit that brings no match: a player gets another name; DuckDB commits the same change to"
                + " a table in a file.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        Path file = career.work("players.duckdb");
        Scratch.delete(file);
        PrimitiveIterator.OfInt forProduct = IntStream.iterate(0, i -> i + 1).iterator();
        PrimitiveIterator.OfInt forFloor = IntStream.iterate(0, i -> i + 1).iterator();
        try (Warehouse warehouse = Warehouse.at(career.warehouseToChange("renamed"), WarehouseConfig.standard());
                DuckDb duckDb = DuckDb.in(file)) {
            duckDb.execute("CREATE TABLE players AS SELECT '" + career.player().text() + "' AS xuid, '' AS gamertag");
            return setting.turns(WARM_UP)
                    .measure(
                            setting.subject(this, "name a player"),
                            List.of(
                                    Contender.of(
                                            Side.PRODUCT,
                                            () -> warehouse.namePlayer(career.player(), "Runner" + forProduct.next())),
                                    Contender.of(
                                            Side.FLOOR,
                                            () -> duckDb.execute(
                                                    "UPDATE players SET gamertag = 'Runner" + forFloor.next() + "'"))));
        }
    }
}
