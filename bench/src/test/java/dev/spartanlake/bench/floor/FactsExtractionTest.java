package dev.spartanlake.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The floor is none if DuckDB does not come to the same facts.
class FactsExtractionTest {

    private static final int MATCHES = 12;

    @TempDir
    private Path directory;

    @Test
    void duckDbComesToTheSameFacts() throws Exception {
        BenchCareer career = new BenchCareer(directory, MATCHES);
        Path facts = career.work("facts.parquet");
        String columns = String.join(", ", FactsExtraction.columns());

        try (DuckDb duckDb = DuckDb.inMemory();
                DuckDb tables = NativeTables.of(career.duckDb())) {
            FactsExtraction.run(duckDb, career.documents(), career.player(), facts);

            assertThat(FactsExtraction.columns()).hasSizeGreaterThan(30);
            assertThat(duckDb.read(Query.of("FROM " + Sql.literal(facts.toString()))))
                    .isEqualTo(MATCHES);
            assertThat(tables.read(Query.of("SELECT " + columns + " FROM match_facts EXCEPT ALL SELECT " + columns
                            + " FROM " + Sql.literal(facts.toString()))))
                    .as("facts that DuckDB alone does not come to")
                    .isZero();
        }
    }

    @Test
    void aWarehouseIsAskedTheSameOfTablesInMemory() throws Exception {
        BenchCareer career = new BenchCareer(directory, MATCHES);
        Query question = Query.of("SELECT map_name, gamertag, kills FROM matches WHERE map_name IS NOT NULL");

        try (DuckDb tables = NativeTables.of(career.duckDb());
                Warehouse warehouse = Warehouse.at(career.warehouse(), WarehouseConfig.standard())) {
            int expected = warehouse
                    .query(question.sql(), List.of(), Language.EN, Limits.standard())
                    .rows()
                    .size();

            assertThat(expected).isPositive();
            assertThat(tables.read(question)).isEqualTo(expected);
            assertThat(tables.valuesSeen()).isEqualTo(3L * expected);
        }
    }
}
