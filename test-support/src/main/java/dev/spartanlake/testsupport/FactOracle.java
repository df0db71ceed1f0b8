package dev.spartanlake.testsupport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Says what the facts of a player in a match are, straight from the JSON tree and the description of the format.
///
/// Slow and plain on purpose, and shares no code with the library.
public final class FactOracle {

    private static final Map<String, String> SUMS = sums();

    private final JsonNode match;
    private final JsonNode player;
    private final List<JsonNode> entries = new ArrayList<>();

    private FactOracle(JsonNode match, JsonNode player) {
        this.match = match;
        this.player = player;
        for (JsonNode entry : player.path("PlayerTeamStats")) {
            entries.add(entry.path("Stats").path("CoreStats"));
        }
    }

    /// The facts of every human in a match, by the digits of the player's identifier.
    public static Map<String, Map<String, @Nullable Object>> of(JsonNode match) {
        Map<String, Map<String, @Nullable Object>> facts = new TreeMap<>();
        for (JsonNode player : match.path("Players")) {
            String id = player.path("PlayerId").asString();
            if (id.startsWith("xuid(")) {
                facts.put(id.substring(5, id.length() - 1), new FactOracle(match, player).columns());
            }
        }
        return facts;
    }

    /// Everybody in a match, bots included, by the identifier of the document: the facts of each, and what only
    /// `match_participants` has.
    public static Map<String, Map<String, @Nullable Object>> participants(JsonNode match) {
        Map<String, Map<String, @Nullable Object>> participants = new TreeMap<>();
        for (JsonNode player : match.path("Players")) {
            FactOracle oracle = new FactOracle(match, player);
            Map<String, @Nullable Object> columns = oracle.columns();
            columns.putAll(oracle.presence());
            participants.put(player.path("PlayerId").asString(), columns);
        }
        return participants;
    }

    /// The medals of every human in a match: counts by name id, by the digits of the player's identifier.
    public static Map<String, Map<Long, Integer>> medals(JsonNode match) {
        Map<String, Map<Long, Integer>> medals = new TreeMap<>();
        for (JsonNode player : match.path("Players")) {
            String id = player.path("PlayerId").asString();
            for (JsonNode entry : player.path("PlayerTeamStats")) {
                for (JsonNode medal : entry.path("Stats").path("CoreStats").path("Medals")) {
                    if (id.startsWith("xuid(")) {
                        medals.computeIfAbsent(id.substring(5, id.length() - 1), key -> new TreeMap<>())
                                .merge(
                                        medal.path("NameId").asLong(),
                                        medal.path("Count").asInt(),
                                        Integer::sum);
                    }
                }
            }
        }
        return medals;
    }

    private static Map<String, String> sums() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("kills", "Kills");
        names.put("deaths", "Deaths");
        names.put("assists", "Assists");
        names.put("headshot_kills", "HeadshotKills");
        names.put("melee_kills", "MeleeKills");
        names.put("grenade_kills", "GrenadeKills");
        names.put("power_weapon_kills", "PowerWeaponKills");
        names.put("suicides", "Suicides");
        names.put("betrayals", "Betrayals");
        names.put("callout_assists", "CalloutAssists");
        names.put("driver_assists", "DriverAssists");
        names.put("emp_assists", "EmpAssists");
        names.put("vehicle_destroys", "VehicleDestroys");
        names.put("hijacks", "Hijacks");
        names.put("spawns", "Spawns");
        names.put("objectives_completed", "ObjectivesCompleted");
        names.put("rounds_won", "RoundsWon");
        names.put("rounds_lost", "RoundsLost");
        names.put("rounds_tied", "RoundsTied");
        names.put("shots_fired", "ShotsFired");
        names.put("shots_hit", "ShotsHit");
        names.put("damage_dealt", "DamageDealt");
        names.put("damage_taken", "DamageTaken");
        names.put("score", "Score");
        names.put("personal_score", "PersonalScore");
        return names;
    }

    private Map<String, @Nullable Object> columns() {
        JsonNode info = match.path("MatchInfo");
        JsonNode participation = player.path("ParticipationInfo");
        Map<String, @Nullable Object> columns = new TreeMap<>();
        columns.put("match_id", match.path("MatchId").asString());
        OffsetDateTime start =
                Objects.requireNonNull(time(info.path("StartTime"))).atOffset(ZoneOffset.UTC);
        columns.put("start_time", start.toInstant());
        columns.put("year", start.getYear());
        columns.put("month", start.getMonthValue());
        columns.put("end_time", time(info.path("EndTime")));
        columns.put("playlist_id", text(info.path("Playlist").path("AssetId")));
        columns.put("map_id", text(info.path("MapVariant").path("AssetId")));
        columns.put("map_mode_pair_id", text(info.path("PlaylistMapModePair").path("AssetId")));
        columns.put("game_variant_id", text(info.path("UgcGameVariant").path("AssetId")));
        columns.put("season_id", text(info.path("SeasonId")));
        columns.put("game_variant_category", integer(info.path("GameVariantCategory")));
        columns.put("lifecycle_mode", integer(info.path("LifecycleMode")));
        columns.put("playlist_experience", integer(info.path("PlaylistExperience")));
        columns.put("gameplay_interaction", integer(info.path("GameplayInteraction")));
        columns.put("outcome", integer(player.path("Outcome")));
        columns.put("team_id", integer(player.path("LastTeamId")));
        columns.put("rank", integer(player.path("Rank")));
        SUMS.forEach((column, field) -> columns.put(column, combine(field, Integer::sum)));
        columns.put("max_killing_spree", combine("MaxKillingSpree", Math::max));
        columns.put("kda", kda());
        columns.put("accuracy", accuracy());
        columns.put("avg_life_seconds", life());
        columns.put("time_played_seconds", seconds(participation.path("TimePlayed")));
        columns.put("duration_seconds", seconds(info.path("Duration")));
        columns.put("playable_duration_seconds", seconds(info.path("PlayableDuration")));
        columns.put("present_at_completion", truth(participation.path("PresentAtCompletion")));
        columns.put("joined_in_progress", truth(participation.path("JoinedInProgress")));
        columns.put("my_team_score", teamScore(true));
        columns.put("enemy_team_score", teamScore(false));
        for (String unknown :
                List.of("team_mmr", "enemy_mmr", "expected_kills", "expected_deaths", "csr_before", "csr_after")) {
            columns.put(unknown, null);
        }
        return columns;
    }

    private Map<String, @Nullable Object> presence() {
        String id = player.path("PlayerId").asString();
        boolean isBot = id.startsWith("bid(");
        JsonNode participation = player.path("ParticipationInfo");
        Map<String, @Nullable Object> columns = new TreeMap<>();
        columns.put("player_id", id);
        columns.put("xuid", isBot ? null : id.substring(5, id.length() - 1));
        columns.put("is_bot", isBot);
        columns.put("bot_difficulty", integer(player.path("BotAttributes").path("Difficulty")));
        columns.put("present_at_beginning", truth(participation.path("PresentAtBeginning")));
        columns.put("left_in_progress", truth(participation.path("LeftInProgress")));
        columns.put("first_joined_time", time(participation.path("FirstJoinedTime")));
        columns.put("last_leave_time", time(participation.path("LastLeaveTime")));
        return columns;
    }

    private @Nullable Object combine(String field, IntBinaryOperator operator) {
        Integer result = null;
        for (JsonNode entry : entries) {
            JsonNode value = entry.path(field);
            if (!value.isNumber()) {
                return null;
            }
            result = result == null ? value.asInt() : Integer.valueOf(operator.applyAsInt(result, value.asInt()));
        }
        return result;
    }

    private @Nullable Object kda() {
        if (entries.size() == 1) {
            return real(entries.getFirst().path("KDA"));
        }
        BigDecimal thirds = BigDecimal.ZERO;
        for (JsonNode entry : entries) {
            long three =
                    3 * (entry.path("Kills").asLong() - entry.path("Deaths").asLong())
                            + entry.path("Assists").asLong();
            thirds = thirds.add(BigDecimal.valueOf(three));
        }
        return thirds.divide(BigDecimal.valueOf(3), 2, RoundingMode.DOWN).floatValue();
    }

    private @Nullable Object accuracy() {
        if (entries.size() == 1) {
            return real(entries.getFirst().path("Accuracy"));
        }
        Object hit = combine("ShotsHit", Integer::sum);
        Object fired = combine("ShotsFired", Integer::sum);
        if (!(hit instanceof Integer hits) || !(fired instanceof Integer shots)) {
            return null;
        }
        float percent = shots == 0 ? 0 : 100f * hits / shots;
        return BigDecimal.valueOf(percent * 100f)
                .setScale(0, RoundingMode.FLOOR)
                .movePointLeft(2)
                .floatValue();
    }

    private @Nullable Object life() {
        List<Float> known = new ArrayList<>();
        for (JsonNode entry : entries) {
            Float life = seconds(entry.path("AverageLifeDuration"));
            if (life == null || (life == 0 && entry.path("Deaths").asInt() > 0)) {
                return null;
            }
            known.add(life);
        }
        List<Float> positive = known.stream().filter(life -> life > 0).toList();
        if (entries.size() == 1) {
            return known.getFirst();
        }
        return positive.size() == 1 ? positive.getFirst() : null;
    }

    private @Nullable Object teamScore(boolean own) {
        Integer mine = null;
        Integer best = null;
        for (JsonNode team : match.path("Teams")) {
            JsonNode score = team.path("Stats").path("CoreStats").path("Score");
            if (team.path("TeamId").asInt() == player.path("LastTeamId").asInt()) {
                mine = score.asInt();
            } else if (best == null || score.asInt() > best) {
                best = score.asInt();
            }
        }
        return own ? mine : mine == null ? null : best;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isString() ? Instant.parse(node.asString()).truncatedTo(ChronoUnit.MICROS) : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
    }

    private static @Nullable Float real(JsonNode node) {
        return node.isNumber() ? Float.valueOf((float) node.asDouble()) : null;
    }

    private static @Nullable Boolean truth(JsonNode node) {
        return node.isBoolean() ? Boolean.valueOf(node.asBoolean()) : null;
    }

    private static @Nullable Float seconds(JsonNode node) {
        return node.isString()
                ? Float.valueOf((float) (Duration.parse(node.asString()).toNanos() / 1e9))
                : null;
    }
}
