package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A service record being summed up, match by match. It has no blocks of modes, as that of
/// somebody who has played none.
final class ServiceRecord {

    /// What a service record has of CoreStats, but for the two that are no sums.
    private static final List<String> SUMS = List.of(
            "Score",
            "PersonalScore",
            "RoundsWon",
            "RoundsLost",
            "RoundsTied",
            "Kills",
            "Deaths",
            "Assists",
            "AverageKDA",
            "Suicides",
            "Betrayals",
            "GrenadeKills",
            "HeadshotKills",
            "MeleeKills",
            "PowerWeaponKills",
            "ShotsFired",
            "ShotsHit",
            "Accuracy",
            "DamageDealt",
            "DamageTaken",
            "CalloutAssists",
            "VehicleDestroys",
            "DriverAssists",
            "Hijacks",
            "EmpAssists",
            "MaxKillingSpree",
            "Medals",
            "PersonalScores",
            "Spawns",
            "ObjectivesCompleted");

    private final Map<String, Long> sums = new TreeMap<>();
    private final Map<Long, Long> medals = new TreeMap<>();
    private final Map<Long, Long> awards = new TreeMap<>();
    private final Set<String> seasons = new TreeSet<>();
    private final Set<Integer> categories = new TreeSet<>();
    private final Set<String> playlists = new TreeSet<>();
    private final long[] outcomes = new long[5];
    private Duration played = Duration.ZERO;
    private long matches;

    /// Adds a match.
    void add(JsonNode document, long xuid) {
        JsonNode info = document.get("MatchInfo");
        JsonNode player = player(document, xuid);
        matches++;
        outcomes[player.get("Outcome").asInt()]++;
        played = played.plus(
                Duration.parse(player.get("ParticipationInfo").get("TimePlayed").asString()));
        categories.add(info.get("GameVariantCategory").asInt());
        if (!info.get("SeasonId").isNull()) {
            seasons.add(info.get("SeasonId").asString());
            playlists.add(info.get("Playlist").get("AssetId").asString());
        }
        for (JsonNode core : cores(document, xuid)) {
            core.properties().forEach(member -> {
                if (member.getValue().isIntegralNumber()) {
                    boolean best = member.getKey().equals("MaxKillingSpree");
                    sums.merge(member.getKey(), member.getValue().asLong(), best ? Math::max : Long::sum);
                }
            });
            collect(core.get("Medals"), medals);
            collect(core.get("PersonalScores"), awards);
        }
    }

    private static void collect(JsonNode list, Map<Long, Long> counts) {
        list.forEach(each ->
                counts.merge(each.get("NameId").asLong(), each.get("Count").asLong(), Long::sum));
    }

    /// The record of the matches so far.
    String json() {
        JsonObject core = new JsonObject();
        for (String name : SUMS) {
            switch (name) {
                case "AverageKDA" -> core.with(name, averageKda());
                case "Accuracy" ->
                    core.with(name, sum("ShotsFired") == 0 ? 0.0 : 100.0 * sum("ShotsHit") / sum("ShotsFired"));
                case "Medals" -> core.with(name, counted(medals));
                case "PersonalScores" -> core.with(name, counted(awards));
                default -> core.with(name, sum(name));
            }
        }
        return new JsonObject()
                .with(
                        "Subqueries",
                        new JsonObject()
                                .with("SeasonIds", orNull(List.copyOf(seasons)))
                                .with("GameVariantCategories", orNull(List.copyOf(categories)))
                                .with("IsRanked", orNull(matches == 0 ? List.of() : List.of(false, true)))
                                .with("PlaylistAssetIds", orNull(List.copyOf(playlists)))
                                .with("GameplayInteractions", null))
                .with("TimePlayed", played.toString())
                .with("MatchesCompleted", matches)
                .with("Wins", outcomes[2])
                .with("Losses", outcomes[3])
                .with("Ties", outcomes[1])
                .with("CoreStats", core)
                .toString();
    }

    private double averageKda() {
        return matches == 0 ? 0.0 : (sum("Kills") + sum("Assists") / 3.0 - sum("Deaths")) / matches;
    }

    private long sum(String name) {
        return sums.getOrDefault(name, 0L);
    }

    private static @Nullable List<?> orNull(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    private static List<JsonObject> counted(Map<Long, Long> counts) {
        List<JsonObject> list = new ArrayList<>();
        counts.forEach((id, count) -> list.add(
                new JsonObject().with("NameId", id).with("Count", count).with("TotalPersonalScoreAwarded", 0)));
        return list;
    }

    /// The CoreStats of a player, one for each team.
    static List<JsonNode> cores(JsonNode document, long xuid) {
        List<JsonNode> cores = new ArrayList<>();
        player(document, xuid)
                .get("PlayerTeamStats")
                .forEach(team -> cores.add(team.get("Stats").get("CoreStats")));
        return cores;
    }

    private static JsonNode player(JsonNode document, long xuid) {
        return document.get("Players")
                .valueStream()
                .filter(player -> player.get("PlayerId").asString().equals("xuid(" + xuid + ")"))
                .findFirst()
                .orElseThrow();
    }
}
