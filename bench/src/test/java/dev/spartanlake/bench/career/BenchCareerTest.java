package dev.spartanlake.bench.career;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static List<@Nullable Object> row(Warehouse warehouse, String sql) {
        return warehouse
                .query(sql, List.of(), Language.EN, Limits.standard())
                .rows()
                .getFirst();
    }
}
