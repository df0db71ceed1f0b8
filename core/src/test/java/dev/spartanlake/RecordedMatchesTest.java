package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.FactOracle;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The recorded documents, held against values computed from their JSON without the library's help.
class RecordedMatchesTest {

    private static final int OFTEN = 5;

    private static Set<Xuid> players = Set.of();

    @TempDir
    private Path directory;

    /// Those who are in many of the documents.
    @BeforeAll
    static void findPlayers() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Path file : SharedData.matches()) {
            json(file)
                    .path("Players")
                    .valueStream()
                    .map(player -> player.path("PlayerId").asString())
                    .filter(id -> id.startsWith("xuid("))
                    .forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        players = counts.entrySet().stream()
                .filter(count -> count.getValue() >= OFTEN)
                .map(count -> Xuid.parse(count.getKey()))
                .collect(Collectors.toSet());
        assertThat(players).hasSizeGreaterThan(1);
    }

    @Test
    void storesEveryColumnOfEveryFact() throws IOException {
        Fixture fixture = new Fixture(directory);

        IngestReport report = fixture.ingest(SharedData.matches(), players);

        assertThat(report.rejections()).isEmpty();
        assertThat(report.inserted()).isEqualTo(9);
        new ExpectedRows(recorded()).assertFacts(fixture, players);
    }

    @Test
    void storesEveryMedal() throws IOException {
        Fixture fixture = new Fixture(directory);

        fixture.ingest(SharedData.matches(), players);

        Set<String> expected = new TreeSet<>();
        for (Path file : SharedData.matches()) {
            JsonNode match = json(file);
            FactOracle.medals(match).forEach((xuid, medals) -> {
                if (players.contains(Xuid.parse(xuid))) {
                    medals.forEach((medal, count) ->
                            expected.add(match.path("MatchId").asString() + " " + xuid + " " + medal + " " + count));
                }
            });
        }
        Set<String> stored = new TreeSet<>();
        fixture.rows(Tables.MEDAL_AWARDS)
                .forEach(row -> stored.add(row.get("match_id") + " " + row.get("xuid") + " " + row.get("medal_name_id")
                        + " " + row.get("count")));
        assertThat(stored).isEqualTo(expected).hasSizeGreaterThan(50);
    }

    @Test
    void storesEverybodyAndTheDocumentItself() throws IOException {
        Fixture fixture = new Fixture(directory);

        fixture.ingest(SharedData.matches(), players);

        new ExpectedRows(recorded()).assertParticipants(fixture);
        for (Map<String, @Nullable Object> row : fixture.rows(Tables.MATCH_DOCUMENTS)) {
            JsonNode stored = new JsonMapper().readTree((String) Objects.requireNonNull(row.get("document")));
            assertThat(SharedData.matches())
                    .anySatisfy(file -> assertThat(json(file)).isEqualTo(stored));
        }
    }

    private static List<JsonNode> recorded() throws IOException {
        List<JsonNode> recorded = new ArrayList<>();
        for (Path file : SharedData.matches()) {
            recorded.add(json(file));
        }
        return recorded;
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(file));
    }
}
