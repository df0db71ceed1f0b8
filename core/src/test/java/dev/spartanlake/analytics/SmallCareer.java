package dev.spartanlake.analytics;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A warehouse of a few matches that are alike but for what a test changes. They begin an hour apart.
final class SmallCareer {

    static final Xuid PLAYER = Documents.player();
    static final Instant FIRST = Instant.parse("2025-03-01T10:00:00Z");
    static final Filter ALL = Filter.everything(PLAYER);

    private final ObjectNode model = model();
    private final List<ObjectNode> documents = new ArrayList<>();

    /// @param others who is in every match besides, like the player in all but the team
    SmallCareer(long... others) {
        ArrayNode players = (ArrayNode) model.path("Players");
        ObjectNode player = (ObjectNode)
                players.valueStream().filter(SmallCareer::isPlayer).findFirst().orElseThrow();
        for (long other : others) {
            players.add(player.deepCopy()
                    .put("PlayerId", "xuid(" + other + ")")
                    .put("LastTeamId", 1 - player.path("LastTeamId").asInt()));
        }
    }

    /// Adds a match.
    ///
    /// @param figures changes the player's figures
    SmallCareer play(Consumer<ObjectNode> figures) {
        return play(_ -> {}, figures);
    }

    /// Adds a match.
    ///
    /// @param information changes what is said of the match as a whole
    /// @param figures changes the player's figures
    SmallCareer play(Consumer<ObjectNode> information, Consumer<ObjectNode> figures) {
        ObjectNode match = model.deepCopy();
        Instant start = start(documents.size());
        match.put("MatchId", id(documents.size()));
        ObjectNode info = (ObjectNode) match.at("/MatchInfo");
        info.put("StartTime", start.toString());
        info.put("EndTime", start.plusSeconds(600).toString());
        information.accept(info);
        match.path("Players")
                .valueStream()
                .filter(SmallCareer::isPlayer)
                .forEach(player -> figures.accept((ObjectNode) player.at("/PlayerTeamStats/0/Stats/CoreStats")));
        documents.add(match);
        return this;
    }

    /// Gives the last match another end for the player.
    ///
    /// @param outcome as the API numbers them
    SmallCareer end(int outcome) {
        documents
                .getLast()
                .path("Players")
                .valueStream()
                .filter(SmallCareer::isPlayer)
                .forEach(player -> ((ObjectNode) player).put("Outcome", outcome));
        return this;
    }

    Fixture store(Path directory) throws IOException {
        Path file = directory.resolve("matches.ndjson");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());
        Fixture fixture = new Fixture(directory.resolve("warehouse"));
        fixture.ingest(List.of(file), Set.of(PLAYER));
        return fixture;
    }

    /// The id of a match, counted from 0.
    static String id(int number) {
        return "aaaaaaaa-0000-4000-8000-%012d".formatted(number);
    }

    static Instant start(int number) {
        return FIRST.plus(Duration.ofHours(number));
    }

    private static ObjectNode model() {
        return Documents.mixed(64).stream()
                .filter(match -> match.path("Players")
                        .valueStream()
                        .anyMatch(player -> isPlayer(player)
                                && player.path("PlayerTeamStats").size() == 1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPlayer(JsonNode player) {
        return player.path("PlayerId").asString().equals("xuid(" + PLAYER.text() + ")");
    }
}
