package dev.spartanlake.bench.career;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.verify.Depth;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadCareersTest {

    private static final int MATCHES = 40;
    private static final SpreadCareers.Shape SHAPE = new SpreadCareers.Shape(3, 4);

    @TempDir
    private Path directory;

    @Test
    void matchesAreSpreadOverPlayersAndMonths() throws Exception {
        SpreadCareers careers = careers(MATCHES, new Slices(15));

        try (Warehouse warehouse = Warehouse.at(careers.warehouse(), WarehouseConfig.standard())) {
            assertThat(rows(warehouse, "SELECT count(*) FROM match_facts GROUP BY xuid ORDER BY xuid"))
                    .containsExactly(List.of(14L), List.of(13L), List.of(13L));
            assertThat(rows(warehouse, """
                    SELECT xuid, list(n ORDER BY year, month) FROM (
                        SELECT xuid, year, month, count(*) AS n FROM match_facts GROUP BY ALL)
                    GROUP BY xuid ORDER BY xuid"""))
                    .hasToString("[[2533270000001001, [4, 3, 4, 3]], [2533270000001002, [3, 3, 3, 4]],"
                            + " [2533270000001003, [3, 3, 4, 3]]]");
            assertThat(rows(warehouse, "SELECT DISTINCT year, month FROM match_facts ORDER BY ALL"))
                    .hasToString("[[2022, 1], [2022, 2], [2022, 3], [2022, 4]]");
            assertThat(warehouse.verify(Depth.DEEP).damage()).isEmpty();
        }
        assertThat(careers.matchesOfPlayer()).isEqualTo(14);
    }

    @Test
    void everyPartitionIsAFile() throws Exception {
        SpreadCareers careers = careers(MATCHES, Slices.USUAL);

        try (Warehouse warehouse = Warehouse.at(careers.warehouse(), WarehouseConfig.standard())) {
            List<@Nullable Object> partitions =
                    rows(warehouse, """
                    SELECT (SELECT count(DISTINCT (xuid, year, month)) FROM match_facts)
                        + (SELECT count(DISTINCT (xuid, year, month)) FROM medal_awards)
                        + (SELECT count(DISTINCT (year, month)) FROM match_participants)
                        + (SELECT count(DISTINCT (year, month)) FROM match_documents),
                        (SELECT count(DISTINCT month) FROM match_facts WHERE xuid = '%s')
                    """.formatted(careers.player())).getFirst();

            assertThat(partitions).containsExactly(careers.parquetFiles(), (long)
                    careers.factsOfPlayer().size());
        }
    }

    @Test
    void furtherMatchesAreOfTheFirstPlayerInTheLastMonthAndPlayedLast() throws Exception {
        SpreadCareers careers = careers(MATCHES, Slices.USUAL);
        String last = "SELECT max(start_time) FROM match_facts";

        try (Warehouse warehouse = Warehouse.at(careers.warehouseToChange(), WarehouseConfig.standard())) {
            @Nullable Object before = rows(warehouse, last).getFirst().getFirst();
            for (Path delta : careers.later(25, 25)) {
                assertThat(BenchCareer.ingest(careers.player(), warehouse, delta)
                                .inserted())
                        .isEqualTo(25);
            }

            assertThat(rows(
                                    warehouse,
                                    "SELECT count(*), count(DISTINCT (xuid, year, month)), max(year), max(month)"
                                            + " FROM match_facts WHERE start_time > TIMESTAMPTZ '" + before + "'")
                            .toString())
                    .isEqualTo("[[625, 1, 2022, 4]]");
            assertThat(rows(warehouse, "SELECT count(*) FROM match_facts WHERE xuid = '" + careers.player() + "'"))
                    .containsExactly(List.of(639L));
        }
    }

    @Test
    void aPlayerWithoutMatchesIsTrackedAllTheSame() throws Exception {
        SpreadCareers careers = careers(2, Slices.USUAL);

        try (Warehouse warehouse = Warehouse.at(careers.warehouse(), WarehouseConfig.standard())) {
            assertThat(careers.matchesOfPlayer()).isEqualTo(1);
            assertThat(warehouse.players().stream().map(player -> player.xuid().value()))
                    .containsExactly(2533270000001001L, 2533270000001002L, 2533270000001003L);
        }
    }

    private SpreadCareers careers(int matches, Slices slices) {
        return new BenchCareer(directory, matches, slices).spread(SHAPE);
    }

    private static List<List<@Nullable Object>> rows(Warehouse warehouse, String sql) {
        return warehouse.query(sql, List.of(), Language.EN, Limits.standard()).rows();
    }
}
