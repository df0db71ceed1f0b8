package dev.spartanlake.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.testsupport.api.HaloServer;
import dev.spartanlake.testsupport.api.World;
import dev.spartanlake.verify.Depth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A generated career on a server, a warehouse that is synced with it, and what is true of both.
abstract class ServedCareer {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final int MATCHES = 60;

    @TempDir
    Path directory;

    World world;
    HaloServer server;
    Syncing syncing;

    @BeforeEach
    void start() {
        begin(MATCHES - 10);
    }

    final void begin(int played) {
        world = World.of(Career.of(CareerPlan.mixed(7, MATCHES)), played);
        server = HaloServer.start(world);
        syncing = new Syncing(directory.resolve("warehouse"), server);
    }

    @AfterEach
    void stop() {
        syncing.close();
        server.close();
    }

    List<GeneratedMatch> history() {
        return world.history(world.owner().xuid());
    }

    void assertThatAllIsThere() {
        assertThat(syncing.texts("SELECT match_id FROM match_facts WHERE xuid = '" + syncing.player() + "' ORDER BY 1"))
                .isEqualTo(
                        history().stream().map(GeneratedMatch::matchId).sorted().toList());
        assertThat(documents())
                .isEqualTo(history().stream()
                        .collect(Collectors.toMap(
                                GeneratedMatch::matchId,
                                match -> JSON.readTree(match.document().json()).toString(),
                                (one, _) -> one,
                                TreeMap::new)));
        assertThat(ratings()).isEqualTo(expectedRatings());
        assertThat(events()).isEqualTo(expectedEvents());
        assertThat(syncing.warehouse().verify(Depth.DEEP).damage()).isEmpty();
    }

    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        syncing.rows("SELECT match_id, document FROM match_documents")
                .forEach(row -> documents.put(
                        String.valueOf(row.getFirst()),
                        JSON.readTree(String.valueOf(row.get(1))).toString()));
        return documents;
    }

    Map<String, String> ratings() {
        Map<String, String> ratings = new TreeMap<>();
        syncing.rows("SELECT match_id, team_mmr, expected_kills FROM match_facts WHERE xuid = '" + syncing.player()
                        + "' AND (team_mmr IS NOT NULL OR expected_kills IS NOT NULL)")
                .forEach(row -> ratings.put(String.valueOf(row.getFirst()), row.get(1) + " " + row.get(2)));
        return ratings;
    }

    Map<String, String> expectedRatings() {
        Map<String, String> ratings = new TreeMap<>();
        for (GeneratedMatch match : history()) {
            if (match.skill().isAvailable()) {
                JsonNode entries =
                        JSON.readTree(match.skill().json(match.xuids())).path("Value");
                for (JsonNode entry : entries) {
                    if (entry.path("Id").asString().equals("xuid(" + syncing.player() + ")")
                            && entry.path("ResultCode").asInt() == 0) {
                        @Nullable Float mmr = real(entry.path("Result").path("TeamMmr"));
                        @Nullable
                        Float kills = real(entry.path("Result")
                                .path("StatPerformances")
                                .path("Kills")
                                .path("Expected"));
                        if (mmr != null || kills != null) {
                            ratings.put(match.matchId(), mmr + " " + kills);
                        }
                    }
                }
            }
        }
        return ratings;
    }

    static @Nullable Float real(JsonNode value) {
        return value.isNumber() ? (float) value.asDouble() : null;
    }

    Map<String, Long> events() {
        Map<String, Long> events = new TreeMap<>();
        syncing.rows("SELECT match_id, count(*) FROM highlight_events GROUP BY 1")
                .forEach(row -> events.put(String.valueOf(row.getFirst()), ((Number) row.get(1)).longValue()));
        return events;
    }

    Map<String, Long> expectedEvents() {
        Map<String, Long> events = new TreeMap<>();
        history()
                .forEach(match ->
                        events.put(match.matchId(), (long) match.film().events().size()));
        events.values().removeIf(count -> count == 0);
        return events;
    }

    static String why(SyncReport report) {
        Interruption interruption = report.interruption();
        return interruption == null ? "" : interruption.explanation();
    }

    int pages(int matches) {
        return matches / 25 + 1;
    }

    Obtained playedElsewhere() {
        Obtained obtained = new Obtained();
        obtained.track(syncing.player());
        World.of(Career.of(CareerPlan.mixed(99, 40)))
                .history(world.owner().xuid())
                .forEach(match -> obtained.add(document(match)));
        return obtained;
    }

    static ObtainedMatch document(GeneratedMatch match) {
        return ObtainedMatch.of(new MatchId(match.matchId()), "test")
                .withDocument(match.document().json());
    }
}
