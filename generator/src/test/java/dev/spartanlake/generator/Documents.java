package dev.spartanlake.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Documents read back with a general JSON library, generated ones and recorded ones.
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Map<CareerPlan, List<JsonNode>> READ = new ConcurrentHashMap<>();

    private Documents() {}

    static JsonNode parse(GeneratedDocument document) {
        return MAPPER.readTree(document.json());
    }

    /// The documents of a plan, read once and shared by the tests, which only look at them.
    static List<JsonNode> of(CareerPlan plan) {
        return READ.computeIfAbsent(plan, Documents::readAll);
    }

    private static List<JsonNode> readAll(CareerPlan plan) {
        List<JsonNode> documents = new ArrayList<>();
        for (GeneratedDocument document : Career.of(plan)) {
            documents.add(parse(document));
        }
        return List.copyOf(documents);
    }

    /// The recorded match documents by file name; the test is skipped where there are none.
    static Map<String, JsonNode> recorded() {
        Map<String, JsonNode> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(shared("matches"))) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> documents.put(file.getFileName().toString(), read(file)));
        } catch (IOException failure) {
            throw new AssertionError("cannot list the recorded documents", failure);
        }
        return documents;
    }

    /// A recorded file or folder; the test is skipped where it is absent.
    static Path shared(String name) {
        String root = System.getProperty("spartanlake.shared", "");
        Path path = Path.of(root, "data", name);
        Assumptions.assumeTrue(
                !root.isEmpty() && Files.exists(path),
                () -> "skipped: no " + path + "; set -Dspartanlake.shared to the folder with the recorded data");
        return path;
    }

    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new AssertionError("cannot read " + file, failure);
        }
    }

    /// Every stat block of players and teams, with the place it stands at.
    static List<JsonNode> statBlocks(JsonNode document) {
        List<JsonNode> blocks = new ArrayList<>();
        document.get("Teams").forEach(team -> blocks.add(team.get("Stats")));
        document.get("Players").forEach(player -> playerBlocks(player).forEach(blocks::add));
        return blocks;
    }

    static List<JsonNode> playerBlocks(JsonNode player) {
        List<JsonNode> blocks = new ArrayList<>();
        player.get("PlayerTeamStats").forEach(entry -> blocks.add(entry.get("Stats")));
        return blocks;
    }

    static JsonNode core(JsonNode player) {
        return player.get("PlayerTeamStats").get(0).get("Stats").get("CoreStats");
    }

    static JsonNode info(JsonNode document) {
        return document.get("MatchInfo");
    }

    static int category(JsonNode document) {
        return info(document).get("GameVariantCategory").asInt();
    }

    static boolean isHuman(JsonNode player) {
        return player.get("PlayerType").asInt() == 1;
    }

    static boolean isTracked(JsonNode player, CareerPlan plan) {
        return plan.players().stream()
                .anyMatch(tracked -> player.get("PlayerId").asString().equals("xuid(" + tracked.xuid() + ")"));
    }

    static List<JsonNode> tracked(JsonNode document, CareerPlan plan) {
        return document.get("Players")
                .valueStream()
                .filter(player -> isTracked(player, plan))
                .toList();
    }
}
