package dev.spartanlake.generator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What is known to hold in every recorded document, computed anew from the JSON alone.
final class MatchRules {

    private static final List<String> SUMMED = List.of(
            "Kills",
            "Deaths",
            "Suicides",
            "Betrayals",
            "GrenadeKills",
            "HeadshotKills",
            "MeleeKills",
            "PowerWeaponKills",
            "ShotsFired",
            "ShotsHit",
            "DamageDealt",
            "DamageTaken",
            "CalloutAssists",
            "VehicleDestroys",
            "DriverAssists",
            "Hijacks",
            "EmpAssists",
            "PersonalScore",
            "Spawns");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.011");
    private static final int DID_NOT_FINISH = 4;

    private final JsonNode document;
    private final List<String> violations = new ArrayList<>();

    private MatchRules(JsonNode document) {
        this.document = document;
    }

    /// What the document breaks, in words; empty when nothing.
    static List<String> violations(JsonNode document) {
        MatchRules rules = new MatchRules(document);
        rules.times();
        rules.players();
        rules.ranks();
        Documents.statBlocks(document).forEach(rules::block);
        document.get("Teams").forEach(rules::team);
        return rules.violations;
    }

    private void times() {
        JsonNode info = document.get("MatchInfo");
        Duration wall = Duration.between(instant(info, "StartTime"), instant(info, "EndTime"));
        Duration duration = duration(info, "Duration");
        expect(wall.compareTo(duration) >= 0, "EndTime - StartTime >= Duration");
        Duration playable = duration(info, "PlayableDuration");
        // The engine's clock and the service's differ by a few milliseconds.
        expect(duration.plusMillis(10).compareTo(playable) >= 0, "Duration >= PlayableDuration");
    }

    private void players() {
        Set<String> ids = new HashSet<>();
        for (JsonNode player : document.get("Players")) {
            String id = player.get("PlayerId").asString();
            expect(ids.add(id), "unique player " + id);
            expect(
                    player.get("LastTeamId")
                            .equals(player.get("PlayerTeamStats").get(0).get("TeamId")),
                    "the first team of " + id + " is the last one");
            presence(player, id);
            points(player, id);
            outcome(player, id);
        }
    }

    private void presence(JsonNode player, String id) {
        JsonNode presence = player.get("ParticipationInfo");
        JsonNode info = document.get("MatchInfo");
        Instant joined = instant(presence, "FirstJoinedTime");
        Instant end = instant(info, "EndTime");
        Duration played = duration(presence, "TimePlayed");
        boolean left = !presence.get("LastLeaveTime").isNull();
        expect(!joined.isBefore(instant(info, "StartTime")) && joined.isBefore(end), id + " joined during the match");
        expect(left != presence.get("PresentAtCompletion").asBoolean(), id + " is present at the end or left");
        expect(left == presence.get("LeftInProgress").asBoolean(), id + " left in progress");
        if (left) {
            Instant leave = instant(presence, "LastLeaveTime");
            expect(!leave.isAfter(end) && leave.isAfter(joined), id + " left during the match");
            expect(played.compareTo(Duration.between(joined, leave)) <= 0, id + " played while present");
        } else if (presence.get("JoinedInProgress").asBoolean()
                && !presence.get("PresentAtBeginning").asBoolean()) {
            expect(played.compareTo(Duration.between(joined, end)) <= 0, id + " played since joining");
        } else {
            expect(played.equals(duration(info, "PlayableDuration")), id + " played it all");
        }
    }

    private void points(JsonNode player, String id) {
        boolean human = Documents.isHuman(player);
        for (JsonNode stats : Documents.playerBlocks(player)) {
            JsonNode core = stats.get("CoreStats");
            if (human) {
                int sum = sum(core.get("PersonalScores"), "TotalPersonalScoreAwarded");
                expect(sum == number(core, "PersonalScore"), "PersonalScore of " + id + " is the sum of awards " + sum);
            } else {
                expect(core.get("PersonalScores").isEmpty(), "bot " + id + " has no awards");
                expect(core.get("Medals").isEmpty(), "bot " + id + " has no medals");
            }
        }
    }

    private void outcome(JsonNode player, String id) {
        int outcome = number(player, "Outcome");
        boolean left = player.get("ParticipationInfo").get("LeftInProgress").asBoolean();
        expect(left == (outcome == DID_NOT_FINISH), id + " did not finish if and only if they left");
        for (JsonNode team : document.get("Teams")) {
            if (team.get("TeamId").equals(player.get("LastTeamId")) && !left) {
                expect(number(team, "Outcome") == outcome, id + " has the outcome of the team");
            }
        }
    }

    private void ranks() {
        List<JsonNode> players = document.get("Players").valueStream().toList();
        for (JsonNode player : players) {
            long ahead =
                    players.stream().filter(other -> order(other, player) < 0).count();
            expect(number(player, "Rank") == ahead + 1, player.get("PlayerId") + " has rank " + (ahead + 1));
        }
    }

    private int order(JsonNode one, JsonNode other) {
        boolean oneFinished = number(one, "Outcome") != DID_NOT_FINISH;
        boolean otherFinished = number(other, "Outcome") != DID_NOT_FINISH;
        if (!oneFinished || !otherFinished) {
            return Boolean.compare(otherFinished, oneFinished);
        }
        int teams = Integer.compare(teamRank(one), teamRank(other));
        return teams != 0 ? teams : Integer.compare(score(other), score(one));
    }

    private int teamRank(JsonNode player) {
        for (JsonNode team : document.get("Teams")) {
            if (team.get("TeamId").equals(player.get("LastTeamId"))) {
                return number(team, "Rank");
            }
        }
        return 0;
    }

    private static int score(JsonNode player) {
        return Documents.playerBlocks(player).stream()
                .mapToInt(stats -> number(stats.get("CoreStats"), "Score"))
                .sum();
    }

    private void block(JsonNode stats) {
        JsonNode core = stats.get("CoreStats");
        BigDecimal kda = kda(core);
        expect(core.get("KDA").decimalValue().compareTo(kda) == 0, "KDA is " + kda + ", not " + core.get("KDA"));
        accuracy(core);
        expect(core.get("DeprecatedDamageDealt").asDouble() == number(core, "DamageDealt"), "damage dealt twice");
        expect(core.get("DeprecatedDamageTaken").asDouble() == number(core, "DamageTaken"), "damage taken twice");
        for (String fight : List.of("PvpStats", "PveStats")) {
            if (stats.has(fight)) {
                for (String stat : List.of("Kills", "Deaths", "Assists", "KDA")) {
                    expect(stats.get(fight).get(stat).equals(core.get(stat)), fight + " repeats " + stat);
                }
            }
        }
    }

    private static BigDecimal kda(JsonNode core) {
        BigDecimal assists = new BigDecimal(number(core, "Assists"));
        return assists.divide(new BigDecimal(3), MathContext.DECIMAL128)
                .add(new BigDecimal(number(core, "Kills") - number(core, "Deaths")))
                .setScale(2, RoundingMode.DOWN);
    }

    private void accuracy(JsonNode core) {
        int fired = number(core, "ShotsFired");
        if (core.get("Accuracy").isNull()) {
            expect(fired == 0, "no accuracy without shots only");
            return;
        }
        BigDecimal served = core.get("Accuracy").decimalValue();
        BigDecimal exact = fired == 0
                ? BigDecimal.ZERO
                : new BigDecimal(100L * number(core, "ShotsHit")).divide(new BigDecimal(fired), MathContext.DECIMAL64);
        // Truncated in single precision, which can also come out a hair above.
        BigDecimal difference = exact.subtract(served).abs();
        expect(difference.compareTo(TOLERANCE) <= 0, "Accuracy " + served + " of " + exact);
        expect(served.scale() <= 2 && served.compareTo(new BigDecimal(100)) <= 0, "Accuracy is a percentage");
    }

    private void team(JsonNode team) {
        List<JsonNode> members = new ArrayList<>();
        for (JsonNode player : document.get("Players")) {
            for (JsonNode entry : player.get("PlayerTeamStats")) {
                if (entry.get("TeamId").equals(team.get("TeamId"))) {
                    members.add(entry.get("Stats").get("CoreStats"));
                }
            }
        }
        JsonNode core = team.get("Stats").get("CoreStats");
        for (String stat : SUMMED) {
            int sum = members.stream().mapToInt(member -> number(member, stat)).sum();
            expect(number(core, stat) == sum, "team " + stat + " is the sum " + sum);
        }
        expect(
                number(core, "Assists")
                        <= members.stream()
                                .mapToInt(member -> number(member, "Assists"))
                                .sum(),
                "team Assists are at most the sum");
        expect(
                number(core, "MaxKillingSpree")
                        == members.stream()
                                .mapToInt(member -> number(member, "MaxKillingSpree"))
                                .max()
                                .orElse(0),
                "team MaxKillingSpree is the maximum");
        for (String list : List.of("Medals", "PersonalScores")) {
            Map<Long, Integer> sums = new TreeMap<>();
            members.forEach(
                    member -> counts(member.get(list)).forEach((id, count) -> sums.merge(id, count, Integer::sum)));
            expect(counts(core.get(list)).equals(sums), "team " + list + " are the sums " + sums);
        }
    }

    private static Map<Long, Integer> counts(JsonNode list) {
        Map<Long, Integer> counts = new TreeMap<>();
        list.forEach(entry -> counts.merge(entry.get("NameId").asLong(), number(entry, "Count"), Integer::sum));
        return counts;
    }

    private static int sum(JsonNode list, String member) {
        return list.valueStream().mapToInt(entry -> number(entry, member)).sum();
    }

    static int number(JsonNode node, String member) {
        return node.get(member).asInt();
    }

    static Instant instant(JsonNode node, String member) {
        return Instant.parse(node.get(member).asString());
    }

    static Duration duration(JsonNode node, String member) {
        return Duration.parse(node.get(member).asString());
    }

    private void expect(boolean holds, String rule) {
        if (!holds) {
            violations.add(rule);
        }
    }
}
