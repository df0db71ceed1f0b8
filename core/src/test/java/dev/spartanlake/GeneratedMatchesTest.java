package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Generated careers, which are there on every machine and long enough for scores, held against the same oracles as the
/// recorded documents.
class GeneratedMatchesTest {

    private static final int MATCHES = 64;

    @TempDir
    private Path directory;

    private final List<ObjectNode> documents = Documents.mixed(MATCHES);
    private final Set<Xuid> players = CareerPlan.mixed(7, MATCHES).players().stream()
            .map(TrackedPlayer::xuid)
            .map(Xuid::new)
            .collect(Collectors.toSet());

    private Fixture fixture;

    @BeforeEach
    void ingest() throws IOException {
        Path file = directory.resolve("matches.ndjson");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());
        fixture = new Fixture(directory.resolve("warehouse"));
        assertThat(fixture.ingest(List.of(file), players).inserted()).isEqualTo(MATCHES);
    }

    @Test
    void storesEveryColumnOfEveryFact() {
        Map<String, Map<String, @Nullable Object>> facts = expected().assertFacts(fixture, players);

        assertThat(facts.values())
                .extracting(row -> row.get("performance_score"))
                .anyMatch(score -> score != null);
        assertThat(facts.values().stream().map(row -> row.get("session_id")).distinct())
                .hasSizeBetween(2, facts.size() - 1);
    }

    @Test
    void storesEveryColumnOfEverybody() {
        expected().assertParticipants(fixture);
    }

    private ExpectedRows expected() {
        return new ExpectedRows(
                documents.stream().<JsonNode>map(document -> document).toList());
    }
}
