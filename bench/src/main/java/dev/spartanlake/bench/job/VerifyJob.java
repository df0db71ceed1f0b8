package dev.spartanlake.bench.job;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.floor.DuckDb;
import dev.spartanlake.bench.measure.Contender;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Turns;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// See [#description].
public final class VerifyJob implements Job {

    private static final int WARM_UP = 2;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String description() {
        return "Everything compared with what it should be, normally and deep; DuckDB hashes every value of every row of"
                + " the same Parquet files, and compares nothing.";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws IOException, SQLException, InterruptedException {
        BenchCareer career = setting.career();
        List<Measurement> measurements = new ArrayList<>();
        for (Depth depth : Depth.values()) {
            measurements.addAll(measure(
                    setting.turns(WARM_UP),
                    setting.subject(this, depth.name().toLowerCase(Locale.ROOT)),
                    career.warehouse(),
                    career.duckDb(),
                    depth));
        }
        return measurements;
    }

    /// Measures it on a warehouse, and on its export.
    static List<Measurement> measure(Turns turns, Subject subject, Path directory, Path export, Depth depth)
            throws IOException, SQLException, InterruptedException {
        List<Query> hashes = Tables.ALL.stream()
                .map(table -> Sql.identifier(table.name()))
                .map(table -> Query.of("SELECT bit_xor(hash(t)) FROM " + table + " AS t"))
                .toList();
        try (DuckDb files = DuckDb.reading(export)) {
            return turns.measure(
                    subject,
                    List.of(
                            Contender.of(Side.PRODUCT, () -> verify(directory, depth)),
                            Contender.of(Side.FLOOR, () -> files.read(hashes))));
        }
    }

    private static void verify(Path directory, Depth depth) {
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            Verification verification = warehouse.verify(depth);
            Checks.require(verification.isSound(), "damage", "none", verification.damage());
        }
    }
}
