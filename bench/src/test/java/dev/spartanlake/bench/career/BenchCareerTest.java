package dev.spartanlake.bench.career;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.schema.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCareerTest {

    private static final int MATCHES = 12;

    @TempDir
    private Path directory;

    @Test
    void furtherMatchesAreNewAndPlayedAfterTheCareer() throws Exception {
        BenchCareer career = new BenchCareer(directory, MATCHES);
        try (Warehouse warehouse = Warehouse.at(career.warehouseToChange("growing"), WarehouseConfig.standard())) {
            List<@Nullable Object> last = row(warehouse, "SELECT max(start_time) FROM matches");

            for (Path delta : career.later(2, 5)) {
                assertThat(career.ingest(warehouse, delta).inserted()).isEqualTo(5);
            }

            String later = "SELECT count(*) FROM matches WHERE start_time > TIMESTAMPTZ '" + last.getFirst() + "'";
            assertThat(row(warehouse, later)).containsExactly(10L);
        }
    }

    @Test
    void versionsOfAMatchReplaceOneAnother() throws Exception {
        BenchCareer career = new BenchCareer(directory, MATCHES);
        try (Warehouse warehouse = Warehouse.at(career.warehouseToChange("updated"), WarehouseConfig.standard())) {
            for (Path version : career.versionsOfAnOldMatch(2)) {
                assertThat(career.ingest(warehouse, version).updated()).isEqualTo(1);
            }

            assertThat(row(warehouse, "SELECT count(*), count(*) FILTER (season_id LIKE 'Version1/%') FROM matches"))
                    .containsExactly((long) MATCHES, 1L);
        }
    }

    @Test
    void whatIsPreparedIsKeptAndWhatABenchmarkLeavesIsNot() throws Exception {
        BenchCareer career = new BenchCareer(directory, MATCHES);
        Path documents = career.documents();
        long bytes = Scratch.bytes(documents);
        Files.writeString(career.work("left.txt"), "left");

        career.clean();

        assertThat(directory.resolve("work")).doesNotExist();
        assertThat(new BenchCareer(directory, MATCHES).documents()).isEqualTo(documents);
        assertThat(Scratch.bytes(directory)).isEqualTo(bytes);
    }

    @Test
    void aWarehouseIsMadeOfSlicesAndIsTheSameAsOfOneFile() throws Exception {
        BenchCareer career = new BenchCareer(directory.resolve("sliced"), MATCHES, new Slices(5));
        Path sliced = career.warehouse();
        try (Stream<Path> left = Files.list(directory.resolve("sliced"))) {
            assertThat(left).containsExactly(sliced);
        }

        Path whole = directory.resolve("whole");
        try (Warehouse expected = Warehouse.at(whole, WarehouseConfig.standard());
                Warehouse found = Warehouse.at(sliced, WarehouseConfig.standard())) {
            assertThat(career.ingest(expected, career.documents()).inserted()).isEqualTo(MATCHES);
            for (Table<?> table : Tables.ALL) {
                assertThat(rows(found, table)).as(table.name()).isEqualTo(rows(expected, table));
            }
            assertThat(found.players()).hasSize(1);
            assertThat(row(found, "SELECT count(*) FROM matches WHERE map_name IS NULL OR gamertag IS NULL"))
                    .containsExactly(0L);
        }
    }

    private static List<List<@Nullable Object>> rows(Warehouse warehouse, Table<?> table) {
        String sql = "SELECT * FROM " + table.name() + " ORDER BY " + String.join(", ", table.key());
        return warehouse.query(sql, List.of(), Language.EN, Limits.standard()).rows();
    }

    private static List<@Nullable Object> row(Warehouse warehouse, String sql) {
        return warehouse
                .query(sql, List.of(), Language.EN, Limits.standard())
                .rows()
                .getFirst();
    }
}
